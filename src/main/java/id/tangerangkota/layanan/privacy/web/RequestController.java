package id.tangerangkota.layanan.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.privacy.DataRequests;
import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.RequestDetail;
import id.tangerangkota.layanan.privacy.RequestId;
import id.tangerangkota.layanan.privacy.RequestPage;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own requests about one's data. */
@Controller
class RequestController {

	private static final int SIZE = 20;

	private final DataRequests requests;

	private final CurrentActor actor;

	private final RequestViews views;

	private final MessageSource messages;

	RequestController(DataRequests requests, CurrentActor actor, RequestViews views, MessageSource messages) {
		this.requests = requests;
		this.actor = actor;
		this.views = views;
		this.messages = messages;
	}

	@GetMapping("/akun/data-saya/permintaan")
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		int number = Paging.number(halaman);
		RequestPage page = this.requests.of(me(), number, SIZE);
		model.addAttribute("total", page.total());
		model.addAttribute("items", this.views.items(page.items(), "/akun/data-saya/permintaan/", locale));
		model.addAttribute("paging", Paging.of(number, SIZE, page.total(),
				(other) -> "/akun/data-saya/permintaan" + ((other > 1) ? "?halaman=" + other : "")));
		return "privacy/requests";
	}

	@GetMapping("/akun/data-saya/permintaan/baru")
	String form(@RequestParam(required = false) @Nullable String jenis, Model model, Locale locale) {
		model.addAttribute("form", new RequestForm(jenis, null));
		return show(model, locale);
	}

	@PostMapping("/akun/data-saya/permintaan/baru")
	String file(@ModelAttribute("form") RequestForm form, BindingResult errors, HttpServletResponse response,
			Model model, Locale locale, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model, locale);
		}
		MaskedText words = form.words();
		redirect.addAttribute("id", this.requests.file(me(), form.kind().orElseThrow(), words).toString());
		redirect.addAttribute(Done.PARAMETER, (words.masked() ? Done.MASKED : Done.FILED).code());
		return "redirect:/akun/data-saya/permintaan/{id}";
	}

	private String show(Model model, Locale locale) {
		List<Choice> kinds = KindCodes.filed()
			.stream()
			.map((kind) -> new Choice(KindCodes.code(kind),
					this.messages.getMessage("privacy.kind." + kind, null, locale),
					this.messages.getMessage("privacy.kind.hint." + kind, null, locale)))
			.toList();
		model.addAttribute("kinds", kinds);
		return "privacy/request-form";
	}

	@GetMapping("/akun/data-saya/permintaan/{id}")
	String request(@PathVariable UUID id, @RequestParam(name = Done.PARAMETER, required = false) @Nullable String done,
			Model model, Locale locale) {
		RequestDetail request = this.requests.find(me(), new RequestId(id)).orElseThrow(NotFound::new);
		Done.show(done, model);
		this.views.show(request, model, locale);
		return "privacy/request";
	}

	private AccountId me() {
		return this.actor.get().requireAccount();
	}

}
