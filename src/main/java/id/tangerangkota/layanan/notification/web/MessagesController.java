package id.tangerangkota.layanan.notification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.MessageDesk;
import id.tangerangkota.layanan.notification.MessageDetail;
import id.tangerangkota.layanan.notification.MessageFilter;
import id.tangerangkota.layanan.notification.MessagePage;
import id.tangerangkota.layanan.notification.StuckHappening;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where administrators see what became of messages. */
@Controller
class MessagesController {

	static final String PATH = "/admin/pesan";

	private static final int SIZE = 20;

	private final MessageDesk desk;

	private final MessageViews views;

	private final MessageDelivery delivery;

	MessagesController(MessageDesk desk, MessageViews views, MessageDelivery delivery) {
		this.delivery = delivery;
		this.desk = desk;
		this.views = views;
	}

	/** Something nobody could be told of so far, in words. */
	record Stuck(String id, String kind, String created, String next, int attempts, @Nullable String error) {
	}

	/** A try, in words. */
	record AttemptRow(String time, String result, @Nullable String reason) {
	}

	@GetMapping(PATH)
	String list(MessagesForm form, Model model, Locale locale) {
		MessageFilter filter = form.filter();
		int number = Paging.number(form.halaman());
		MessagePage page = this.desk.list(filter, Paging.offset(number, SIZE), SIZE);
		boolean capped = page.isCapped();
		int total = capped ? MessageDesk.COUNT_LIMIT : page.total();
		model.addAttribute("possible", this.delivery.isPossible());
		model.addAttribute("form", form);
		model.addAttribute("total", total);
		model.addAttribute("capped", capped);
		model.addAttribute("items", this.views.items(page.items(), locale));
		model.addAttribute("repeatable", filter.view() != MessageFilter.View.SENT && !page.items().isEmpty());
		model.addAttribute("paging", Paging.of(number, SIZE, total, capped, form::href));
		model.addAttribute("stuck", this.desk.stuck().stream().map((one) -> stuck(one, locale)).toList());
		model.addAttribute("views",
				MessagesForm.choices()
					.stream()
					.map((choice) -> new Choice(choice.getKey(),
							this.views.say("notification.view." + choice.getValue(), locale)))
					.toList());
		model.addAttribute("kinds", kinds(locale));
		model.addAttribute("channels", channels(locale));
		return "notification/messages";
	}

	private Stuck stuck(StuckHappening happening, Locale locale) {
		return new Stuck(happening.id().toString(), this.views.kind(happening.kind(), locale),
				this.views.time(happening.createdAt(), locale), this.views.time(happening.nextAttempt(), locale),
				happening.attempts(), happening.error());
	}

	private List<Choice> kinds(Locale locale) {
		List<Choice> kinds = new ArrayList<>();
		kinds.add(new Choice("", this.views.say("notification.messages.all-kinds", locale)));
		MessageFilter.kinds()
			.forEach((kind) -> kinds.add(new Choice(MessagesForm.code(kind), this.views.kind(kind, locale))));
		return kinds;
	}

	private List<Choice> channels(Locale locale) {
		List<Choice> channels = new ArrayList<>();
		channels.add(new Choice("", this.views.say("notification.messages.all-channels", locale)));
		for (Channel channel : List.of(Channel.EMAIL, Channel.WEBHOOK)) {
			channels.add(new Choice(MessagesForm.code(channel), this.views.channel(channel, locale)));
		}
		return channels;
	}

	@PostMapping(PATH + "/ulangi")
	String retryAll(MessagesForm form, HttpServletRequest request) {
		int retried = this.desk.retryAll(form.filter());
		Flash.put(request, (retried > 0) ? Flash.Kind.SUCCESS : Flash.Kind.INFO, "notification.messages.retried",
				Integer.toString(retried));
		return "redirect:/admin/pesan";
	}

	@PostMapping(PATH + "/kejadian/{id}/ulangi")
	String retryHappening(@PathVariable UUID id, HttpServletRequest request) {
		boolean found = this.desk.retryHappening(id);
		Flash.put(request, found ? Flash.Kind.SUCCESS : Flash.Kind.INFO,
				found ? "notification.message.retried" : "notification.message.not-retried");
		return "redirect:/admin/pesan";
	}

	@GetMapping(PATH + "/{id}")
	String message(@PathVariable UUID id, Model model, Locale locale) {
		MessageDetail message = this.desk.find(id).orElseThrow(NotFound::new);
		model.addAttribute("message", this.views.item(message.summary(), locale));
		model.addAttribute("address", message.address());
		model.addAttribute("webhook", (message.recipient() != null) ? message.recipient().toString() : null);
		model.addAttribute("attempts", message.attempts().stream().map((attempt) -> row(attempt, locale)).toList());
		return "notification/message";
	}

	private AttemptRow row(MessageDetail.Attempt attempt, Locale locale) {
		String trouble = this.views.trouble(attempt.trouble(), locale);
		return new AttemptRow(this.views.time(attempt.at(), locale),
				(trouble != null) ? trouble : this.views.say("notification.attempt.worked", locale), attempt.reason());
	}

	@PostMapping(PATH + "/{id}/ulangi")
	String retry(@PathVariable UUID id, HttpServletRequest request) {
		boolean found = this.desk.retry(id);
		Flash.put(request, found ? Flash.Kind.SUCCESS : Flash.Kind.INFO,
				found ? "notification.message.retried" : "notification.message.not-retried");
		return "redirect:/admin/pesan/{id}";
	}

	@PostMapping(PATH + "/{id}/hentikan")
	String giveUp(@PathVariable UUID id, HttpServletRequest request) {
		boolean found = this.desk.giveUp(id);
		Flash.put(request, found ? Flash.Kind.SUCCESS : Flash.Kind.INFO,
				found ? "notification.message.given-up" : "notification.message.ended");
		return "redirect:/admin/pesan/{id}";
	}

}
