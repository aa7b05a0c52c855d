package id.tangerangkota.layanan.privacy.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.privacy.DataRequests;
import id.tangerangkota.layanan.privacy.IllegalRequestChange;
import id.tangerangkota.layanan.privacy.Refusal;
import id.tangerangkota.layanan.privacy.RequestDetail;
import id.tangerangkota.layanan.privacy.RequestFilter;
import id.tangerangkota.layanan.privacy.RequestId;
import id.tangerangkota.layanan.privacy.RequestKind;
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

/** Where the staff answer requests about personal data. */
@Controller
class QueueController {

	private static final int SIZE = 20;

	private final DataRequests requests;

	private final AccountDirectory directory;

	private final RequestViews views;

	private final MessageSource messages;

	QueueController(DataRequests requests, AccountDirectory directory, RequestViews views, MessageSource messages) {
		this.requests = requests;
		this.directory = directory;
		this.views = views;
		this.messages = messages;
	}

	@GetMapping(QueueForm.PATH)
	String list(QueueForm form, Model model, Locale locale) {
		RequestFilter filter = form.filter();
		int number = Paging.number(form.halaman());
		RequestPage page = this.requests.list(filter, number, SIZE);
		model.addAttribute("counts", this.requests.counts());
		model.addAttribute("filter", form);
		model.addAttribute("total", page.total());
		model.addAttribute("items", this.views.items(page.items(), QueueForm.PATH + "/", locale));
		model.addAttribute("paging", Paging.of(number, SIZE, page.total(), form::href));
		model.addAttribute("states", QueueForm.choices()
			.stream()
			.map((choice) -> new Choice(choice.getKey(), say("privacy.queue.view." + choice.getValue(), locale)))
			.toList());
		model.addAttribute("kinds", kinds(locale));
		return "privacy/queue";
	}

	private List<Choice> kinds(Locale locale) {
		List<Choice> kinds = new ArrayList<>();
		kinds.add(new Choice("", say("privacy.queue.kind.all", locale)));
		for (RequestKind kind : RequestKind.values()) {
			kinds.add(new Choice(KindCodes.code(kind), say("privacy.kind." + kind, locale)));
		}
		return kinds;
	}

	@GetMapping("/admin/hak-data/{id}")
	String request(@PathVariable UUID id, @RequestParam(name = Done.PARAMETER, required = false) @Nullable String done,
			Model model, Locale locale) {
		Done.show(done, model);
		model.addAttribute("form", AnswerForm.EMPTY);
		return show(new RequestId(id), model, locale);
	}

	@PostMapping("/admin/hak-data/{id}")
	String answer(@PathVariable UUID id, @ModelAttribute("form") AnswerForm form, BindingResult errors,
			HttpServletResponse response, Model model, Locale locale, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(new RequestId(id), model, locale);
		}
		redirect.addAttribute("id", id.toString());
		redirect.addAttribute(Done.PARAMETER, answer(new RequestId(id), form).code());
		return "redirect:/admin/hak-data/{id}";
	}

	private Done answer(RequestId id, AnswerForm form) {
		try {
			if (form.isRefusal()) {
				this.requests.refuse(id, form.reason().orElseThrow(), form.words());
			}
			else {
				this.requests.complete(id, form.words(), form.name());
			}
			return Done.ANSWERED;
		}
		catch (IllegalRequestChange ex) {
			return Done.LATE_ANSWER;
		}
	}

	private String show(RequestId id, Model model, Locale locale) {
		RequestDetail request = this.requests.find(id).orElseThrow(NotFound::new);
		this.views.show(request, model, locale);
		model.addAttribute("person", this.directory.find(request.summary().account()).orElse(null));
		model.addAttribute("results", List.of(new Choice(AnswerForm.COMPLETE, say("privacy.answer.complete", locale)),
				new Choice(AnswerForm.REFUSE, say("privacy.answer.refuse", locale))));
		List<Choice> reasons = new ArrayList<>();
		reasons.add(new Choice("", say("privacy.answer.reason.none", locale)));
		Arrays.stream(Refusal.values())
			.map((reason) -> new Choice(reason.name(), say("privacy.refusal." + reason, locale)))
			.forEach(reasons::add);
		model.addAttribute("reasons", reasons);
		return "privacy/queue-request";
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
