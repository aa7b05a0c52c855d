package id.tangerangkota.layanan.notification.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.notification.inbox.Inbox;
import id.tangerangkota.layanan.notification.inbox.InboxMessage;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody who signed in was told. */
@Controller
class InboxController {

	static final String PATH = "/akun/pesan";

	private static final int SIZE = 20;

	private final Inbox inbox;

	private final CurrentActor actor;

	private final PageClock pageClock;

	InboxController(Inbox inbox, CurrentActor actor, PageClock pageClock) {
		this.inbox = inbox;
		this.actor = actor;
		this.pageClock = pageClock;
	}

	/** A message, in words. */
	record Item(String id, String subject, String text, String time, Instant at, boolean read, boolean asks) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		AccountId account = account();
		int number = Paging.number(halaman);
		List<InboxMessage> messages = this.inbox.list(account, Paging.offset(number, SIZE), SIZE, Language.of(locale));
		model.addAttribute("unread", this.inbox.unread(account));
		model.addAttribute("items", messages.stream().map((message) -> item(message, locale)).toList());
		model.addAttribute("paging", Paging.of(number, SIZE, this.inbox.count(account), InboxController::href));
		return "notification/inbox";
	}

	private Item item(InboxMessage message, Locale locale) {
		return new Item(message.id().toString(), message.subject(), message.text(),
				this.pageClock.format(message.at(), locale), Instant.ofEpochSecond(message.at().getEpochSecond()),
				message.read(), message.asks());
	}

	private static String href(int page) {
		return (page > 1) ? PATH + "?halaman=" + page : PATH;
	}

	/** To where its reader is asked how it was. */
	@GetMapping(PATH + "/{id}/survei")
	ResponseEntity<Void> survey(@PathVariable UUID id, HttpServletRequest request) {
		return goTo(this.inbox.survey(account(), id).orElseThrow(NotFound::new), request);
	}

	/** To what a message is about; it counts as read then. */
	@GetMapping(PATH + "/{id}")
	ResponseEntity<Void> open(@PathVariable UUID id, HttpServletRequest request) {
		return goTo(this.inbox.open(account(), id).orElseThrow(NotFound::new), request);
	}

	private static ResponseEntity<Void> goTo(String href, HttpServletRequest request) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(Language.of(request).addTo(href)))
			.build();
	}

	@PostMapping(PATH + "/{id}/dibaca")
	String read(@PathVariable UUID id) {
		this.inbox.open(account(), id).orElseThrow(NotFound::new);
		return "redirect:/akun/pesan";
	}

	@PostMapping(PATH + "/dibaca")
	String readAll(HttpServletRequest request) {
		this.inbox.markAll(account());
		Flash.put(request, Flash.Kind.SUCCESS, "notification.inbox.all-read");
		return "redirect:/akun/pesan";
	}

	private AccountId account() {
		return this.actor.get().requireAccount();
	}

}
