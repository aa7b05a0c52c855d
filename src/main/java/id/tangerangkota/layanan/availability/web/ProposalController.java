package id.tangerangkota.layanan.availability.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.check.Vouching;
import id.tangerangkota.layanan.availability.check.CheckRefused;
import id.tangerangkota.layanan.availability.check.VerificationProposal;
import id.tangerangkota.layanan.catalog.IllegalServiceChange;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Guessed addresses that answer, for somebody to vouch for. */
@Controller
class ProposalController {

	static final String PATH = ChecksController.PATH + "/usulan";

	private static final String ONE = PATH + "/{id:[0-9]{1,9}}";

	private static final String LIST = "redirect:/admin/ketersediaan/usulan";

	private static final int SIZE = 20;

	/** As long as a verifier's name may be in the catalogue. */
	private static final int LONGEST_NAME = 100;

	private final Vouching vouching;

	private final ServiceCatalog catalog;

	private final Words words;

	ProposalController(Vouching vouching, ServiceCatalog catalog, Words words) {
		this.vouching = vouching;
		this.catalog = catalog;
		this.words = words;
	}

	/**
	 * What somebody vouches for.
	 *
	 * @param kantor who, as typed: an office or a role, because everybody can read it
	 * @param alamat the address the page showed
	 */
	record VouchForm(@Nullable String kantor, @Nullable String alamat) {
	}

	/** A proposal, in words. */
	record Row(int id, String address, String title, String status, String service, @Nullable String agency,
			String since, String looked) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		int number = Paging.number(halaman);
		List<VerificationProposal> found = this.vouching.proposals(number, SIZE);
		Map<ServiceId, ServiceSummary> services = this.catalog
			.summaries(found.stream().map((proposal) -> proposal.check().service()).distinct().toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		long total = this.vouching.waiting();
		model.addAttribute("total", total);
		model.addAttribute("proposals",
				found.stream()
					.map((proposal) -> row(proposal, services.get(proposal.check().service()), locale))
					.toList());
		model.addAttribute("page",
				Paging.of(number, SIZE, total, (other) -> PATH + ((other > 1) ? "?halaman=" + other : "")));
		return "availability/proposals";
	}

	private Row row(VerificationProposal proposal, @Nullable ServiceSummary service, Locale locale) {
		return new Row(proposal.check().id(), proposal.check().spec().address(), proposal.title(),
				String.valueOf(proposal.status()),
				(service != null) ? service.name() : this.words.say("monitoring.check.no-service", locale),
				(service != null) ? service.agency() : null, this.words.time(proposal.proposedAt(), locale),
				this.words.time(proposal.lookedAt(), locale));
	}

	@GetMapping(ONE)
	String proposal(@PathVariable int id, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", new VouchForm(null, null));
		return show(id, request, model, locale);
	}

	@PostMapping(ONE)
	String vouch(@PathVariable int id, @ModelAttribute("form") VouchForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		String office = TypedText.line(form.kantor());
		Written.check("kantor", office, true, LONGEST_NAME, errors);
		if (!errors.hasErrors()) {
			try {
				this.vouching.vouch(id, TypedText.line(form.alamat()), office);
				Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.verified");
				return LIST;
			}
			catch (CheckRefused ex) {
				if (ex.reason() == CheckRefused.Reason.NOT_PROPOSED) {
					return gone(request);
				}
				errors.reject("monitoring.refused." + ex.reason());
			}
			catch (IllegalServiceChange ex) {
				errors.rejectValue("kantor", "monitoring.error.office");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(id, request, model, locale);
	}

	@PostMapping(ONE + "/abaikan")
	String dismiss(@PathVariable int id, HttpServletRequest request) {
		try {
			this.vouching.dismiss(id);
			Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.proposal-dismissed");
			return LIST;
		}
		catch (CheckRefused ex) {
			return gone(request);
		}
	}

	private static String gone(HttpServletRequest request) {
		Flash.put(request, Flash.Kind.WARNING, "monitoring.refused." + CheckRefused.Reason.NOT_PROPOSED);
		return LIST;
	}

	private String show(int id, HttpServletRequest request, Model model, Locale locale) {
		Optional<VerificationProposal> found = this.vouching.proposal(id);
		if (found.isEmpty()) {
			return gone(request);
		}
		VerificationProposal proposal = found.get();
		model.addAttribute("proposal", row(proposal,
				this.catalog.summaries(List.of(proposal.check().service())).stream().findFirst().orElse(null), locale));
		return "availability/proposal";
	}

}
