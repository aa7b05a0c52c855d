package id.tangerangkota.layanan.notification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the words of mails: those about accounts, and those about what happened. */
@Component
class MailTexts {

	private static final String TEXTS = "notification.mail.";

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Links links;

	private final Stories stories;

	private final HappeningRows happenings;

	private final UnsubscribeLinks unsubscribing;

	MailTexts(MessageSource messages, PageClock pageClock, Links links, Stories stories, HappeningRows happenings,
			UnsubscribeLinks unsubscribing) {
		this.messages = messages;
		this.pageClock = pageClock;
		this.links = links;
		this.stories = stories;
		this.happenings = happenings;
		this.unsubscribing = unsubscribing;
	}

	/**
	 * The words of messages that go together.
	 * @throws IllegalArgumentException if this node does not know their kind
	 */
	MailText of(List<WaitingMessage> messages, Letter letter) {
		WaitingMessage first = messages.getFirst();
		return (first.happening() == null) ? ofAccount(first, letter) : ofHappenings(messages, letter);
	}

	private MailText ofAccount(WaitingMessage message, Letter letter) {
		AccountMessage.Kind kind = AccountMessage.Kind.valueOf(message.kind());
		Language language = letter.language();
		Object[] arguments = { this.pageClock.format(message.createdAt(), language),
				this.links.absolute("/masuk", language), this.links.absolute("/lupa-sandi", language),
				this.links.absolute("/akun/keamanan", language), this.links.absolute("/akun/data-saya", language) };
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(say("greeting", language));
		paragraphs.add(say(kind.name() + ".text", language, arguments));
		addLink(paragraphs, message, letter);
		paragraphs.add(say(kind.name() + ".otherwise", language, arguments));
		paragraphs.add(say("never", language));
		return mail(message.id(), language, say(kind.name() + ".subject", language), paragraphs, null);
	}

	private void addLink(List<String> paragraphs, WaitingMessage message, Letter letter) {
		if (letter.link() != null) {
			paragraphs.add(letter.link());
			paragraphs
				.add(say("expires", letter.language(), this.pageClock.format(message.expiresAt(), letter.language())));
		}
	}

	private MailText ofHappenings(List<WaitingMessage> messages, Letter letter) {
		Language language = letter.language();
		List<Telling> tellings = this.stories.tellTogether(found(messages), language);
		if (tellings.isEmpty()) {
			throw new IllegalArgumentException("Nobody knows what happened");
		}
		boolean alone = tellings.size() == 1;
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(say("greeting", language));
		for (Telling telling : tellings) {
			String text = this.stories.text(telling, language);
			paragraphs.add(alone ? text : this.stories.subject(telling, language) + "\n" + text + "\n"
					+ this.links.absolute(telling.href(), language));
		}
		Telling first = tellings.getFirst();
		if (letter.link() != null) {
			addLink(paragraphs, messages.getFirst(), letter);
		}
		else if (alone) {
			paragraphs.add(this.links.absolute(first.href(), language));
		}
		survey(messages)
			.ifPresent((path) -> paragraphs.add(say("survey", language) + "\n" + this.links.absolute(path, language)));
		String unsubscribe = this.unsubscribing.of(messages.getFirst());
		if (unsubscribe != null) {
			paragraphs.add(say("unsubscribe", language) + "\n" + language.addTo(unsubscribe));
		}
		return mail(id(messages), language,
				alone ? this.stories.subject(first, language) : say("together", language, tellings.size()), paragraphs,
				unsubscribe);
	}

	/** One for a mail: about what happened last of all that its reader is asked about. */
	private Optional<String> survey(List<WaitingMessage> messages) {
		WaitingMessage first = messages.getFirst();
		return found(messages).reversed()
			.stream()
			.map((happening) -> this.stories.survey(happening, first.recipientKind(), first.recipient()))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** In the order in which it happened, whenever the messages were made. */
	private List<Happening> found(List<WaitingMessage> messages) {
		return this.happenings.find(messages.stream().map(WaitingMessage::happening).toList())
			.stream()
			.sorted(Comparator.comparing(Happening::createdAt).thenComparing(Happening::id))
			.toList();
	}

	/**
	 * A mail of several is another one as soon as one more is in it: whoever leaves out
	 * what they have must not leave that out.
	 */
	private static UUID id(List<WaitingMessage> messages) {
		return (messages.size() == 1) ? messages.getFirst().id()
				: UUID.nameUUIDFromBytes(messages.stream()
					.map((message) -> message.id().toString())
					.collect(Collectors.joining())
					.getBytes(StandardCharsets.US_ASCII));
	}

	private MailText mail(UUID id, Language language, String subject, List<String> paragraphs,
			@Nullable String unsubscribe) {
		paragraphs.add(say("automatic", language));
		paragraphs.add("-- \n" + siteName(language.locale()) + "\n" + this.links.absolute("/", language));
		return new MailText(id, language, subject, List.copyOf(paragraphs), unsubscribe);
	}

	/**
	 * With a plain space: the one that holds words together on pages would be encoded.
	 */
	String siteName(Locale locale) {
		return this.messages.getMessage("web.site.name", null, locale).replace('\u00a0', ' ');
	}

	private String say(String key, Language language, Object... arguments) {
		return this.messages.getMessage(TEXTS + key, arguments, language.locale());
	}

}
