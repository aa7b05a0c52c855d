package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first question: a complaint, a wish, or a question. A draft begins with its answer.
 */
@Controller
class AskKindController {

	private static final String PATH = FilingSession.PATH + "/jenis";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/jenis";

	private final Walk walk;

	private final FilingSession session;

	private final ServiceCatalog catalog;

	private final MessageSource messages;

	AskKindController(Walk walk, FilingSession session, ServiceCatalog catalog, MessageSource messages) {
		this.walk = walk;
		this.session = session;
		this.catalog = catalog;
		this.messages = messages;
	}

	/**
	 * The answer.
	 *
	 * @param layanan slug of the service somebody came from
	 */
	record KindForm(@Nullable String jenis, @Nullable String layanan) {

		Optional<ComplaintKind> kind() {
			return Arrays.stream(ComplaintKind.values()).filter((kind) -> code(kind).equals(this.jenis)).findFirst();
		}

	}

	static String code(ComplaintKind kind) {
		return switch (kind) {
			case COMPLAINT -> "pengaduan";
			case ASPIRATION -> "aspirasi";
			case INFORMATION -> "informasi";
		};
	}

	@GetMapping(FilingSession.COUNTER)
	String counter() {
		return "redirect:" + COUNTER_PATH;
	}

	@GetMapping({ PATH, COUNTER_PATH })
	String form(@RequestParam(required = false) @Nullable String layanan, HttpServletRequest request, Model model,
			Locale locale) {
		Draft draft = this.walk.draftFor(Step.KIND, request, model);
		model.addAttribute("form", new KindForm((draft.kind() != null) ? code(draft.kind()) : null, layanan));
		return show(draft, model, locale);
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object answer(@ModelAttribute("form") KindForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Draft draft = this.walk.draftFor(Step.KIND, request, model);
		if (form.kind().isEmpty()) {
			errors.rejectValue("jenis", "complaint-filing.kind.missing");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft, model, locale);
		}
		Draft answered = draft.withKind(form.kind().get());
		Optional<ServiceDetail> service = Optional.ofNullable(form.layanan())
			.filter(StringUtils::hasText)
			.flatMap(this.catalog::service);
		return this.walk.goOn(request, service.map((found) -> about(answered, found)).orElse(answered));
	}

	private static Draft about(Draft draft, ServiceDetail service) {
		Draft.Concern concern = draft.concern();
		boolean same = concern != null && service.id().equals(concern.service());
		return same ? draft : draft.withConcern(new Draft.Concern(Draft.About.SERVICE, service.id(), false));
	}

	private String show(Draft draft, Model model, Locale locale) {
		List<Choice> kinds = Arrays.stream(ComplaintKind.values())
			.map((kind) -> new Choice(code(kind),
					this.messages.getMessage("complaint-filing.kind." + kind, null, locale),
					this.messages.getMessage("complaint-filing.kind." + kind + ".hint", null, locale)))
			.toList();
		model.addAttribute("kinds", kinds);
		model.addAttribute("begun", draft.kind() != null);
		return "complaint/filing/kind";
	}

	/** Begins anew. */
	@PostMapping({ FilingSession.PATH + "/buang", FilingSession.COUNTER + "/buang" })
	Object discard(HttpServletRequest request) {
		this.session.draft(request).ifPresent((draft) -> this.session.discard(request, draft));
		return Walk.to(request, Step.KIND);
	}

}
