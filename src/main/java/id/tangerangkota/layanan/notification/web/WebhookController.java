package id.tangerangkota.layanan.notification.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.notification.MessageDesk;
import id.tangerangkota.layanan.notification.webhook.Webhook;
import id.tangerangkota.layanan.notification.webhook.WebhookDesk;
import id.tangerangkota.layanan.notification.webhook.WebhookPlan;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators keep webhooks. */
@Controller
class WebhookController {

	static final String PATH = "/admin/webhook";

	private static final int MOST_MESSAGES = 10;

	private final WebhookDesk desk;

	private final MessageDesk messages;

	private final MessageViews views;

	WebhookController(WebhookDesk desk, MessageDesk messages, MessageViews views) {
		this.desk = desk;
		this.messages = messages;
		this.views = views;
	}

	/** A webhook, in words. */
	record View(String id, String url, String description, String events, String tag, String state, String created,
			@Nullable String failing, @Nullable String overlap, boolean enabled) {
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		model.addAttribute("webhooks", this.desk.all().stream().map((webhook) -> view(webhook, locale)).toList());
		return "notification/webhooks";
	}

	private View view(Webhook webhook, Locale locale) {
		String events = webhook.events()
			.stream()
			.map((event) -> this.views.say("notification.webhook.event." + event, locale))
			.collect(Collectors.joining(", "));
		Instant since = webhook.failingSince();
		boolean failing = since != null;
		String state = (webhook.disabledBecause() != null) ? webhook.disabledBecause().name()
				: failing ? "failing" : "works";
		return new View(webhook.id().toString(), webhook.url().toString(), webhook.description(), events,
				webhook.isEnabled() ? (failing ? "degraded" : "up")
						: (webhook.disabledBecause() == Webhook.Reason.SWITCHED_OFF) ? "unknown" : "down",
				this.views.say("notification.webhook.state." + state, locale),
				this.views.time(webhook.createdAt(), locale), (since != null) ? this.views.time(since, locale) : null,
				(webhook.oldSecretUntil() != null) ? this.views.time(webhook.oldSecretUntil(), locale) : null,
				webhook.isEnabled());
	}

	@GetMapping(PATH + "/baru")
	String adding(Model model, Locale locale) {
		model.addAttribute("form", WebhookForm.EMPTY);
		return form(null, model, locale);
	}

	@PostMapping(PATH + "/baru")
	String add(@ModelAttribute("form") WebhookForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale, RedirectAttributes redirect) {
		WebhookPlan plan = form.plan(this.desk, errors);
		if (plan == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(null, model, locale);
		}
		redirect.addAttribute("id", this.desk.add(plan).toString());
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.added");
		return "redirect:/admin/webhook/{id}";
	}

	@GetMapping(PATH + "/{id}")
	String webhook(@PathVariable UUID id, Model model, Locale locale) {
		return show(id, model, locale);
	}

	private String show(UUID id, Model model, Locale locale) {
		model.addAttribute("webhook", view(find(id), locale));
		model.addAttribute("messages", this.views.items(this.messages.ofWebhook(id, MOST_MESSAGES), locale));
		return "notification/webhook";
	}

	/** Not kept anywhere on the way: shown in the answer itself. */
	@PostMapping(PATH + "/{id}/rahasia")
	String secret(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("secret", this.desk.secret(id));
		return show(id, model, locale);
	}

	@GetMapping(PATH + "/{id}/ubah")
	String editing(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", WebhookForm.of(find(id)));
		return form(id, model, locale);
	}

	@PostMapping(PATH + "/{id}/ubah")
	String edit(@PathVariable UUID id, @ModelAttribute("form") WebhookForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		find(id);
		WebhookPlan plan = form.plan(this.desk, errors);
		if (plan == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(id, model, locale);
		}
		this.desk.change(id, plan);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.edited");
		return "redirect:/admin/webhook/{id}";
	}

	private String form(@Nullable UUID id, Model model, Locale locale) {
		model.addAttribute("id", (id != null) ? id.toString() : null);
		model.addAttribute("plain", this.desk.isPlainAllowed());
		model.addAttribute("events", WebhookDesk.EVENTS.stream()
			.map((event) -> new Choice(event, this.views.say("notification.webhook.event." + event, locale), event))
			.toList());
		return "notification/webhook-form";
	}

	@PostMapping(PATH + "/{id}/uji")
	String test(@PathVariable UUID id, HttpServletRequest request) {
		this.desk.test(id);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.tested");
		return "redirect:/admin/webhook/{id}";
	}

	@PostMapping(PATH + "/{id}/rahasia-baru")
	String rotate(@PathVariable UUID id, HttpServletRequest request) {
		this.desk.rotate(id);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.rotated");
		return "redirect:/admin/webhook/{id}";
	}

	@PostMapping(PATH + "/{id}/matikan")
	String disable(@PathVariable UUID id, HttpServletRequest request) {
		find(id);
		this.desk.disable(id);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.disabled");
		return "redirect:/admin/webhook/{id}";
	}

	@PostMapping(PATH + "/{id}/nyalakan")
	String enable(@PathVariable UUID id, HttpServletRequest request) {
		find(id);
		this.desk.enable(id);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.enabled");
		return "redirect:/admin/webhook/{id}";
	}

	@GetMapping(PATH + "/{id}/hapus")
	String removing(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("webhook", view(find(id), locale));
		return "notification/webhook-remove";
	}

	@PostMapping(PATH + "/{id}/hapus")
	String remove(@PathVariable UUID id, HttpServletRequest request) {
		this.desk.remove(id);
		Flash.put(request, Flash.Kind.SUCCESS, "notification.webhook.removed");
		return "redirect:/admin/webhook";
	}

	private Webhook find(UUID id) {
		return this.desk.find(id).orElseThrow(NotFound::new);
	}

}
