package id.tangerangkota.layanan.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.MessageFilter;
import id.tangerangkota.layanan.notification.MessageState;
import id.tangerangkota.layanan.notification.MessageSummary;
import id.tangerangkota.layanan.notification.Trouble;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what became of messages. */
@Component
class MessageViews {

	private final MessageSource messages;

	private final PageClock pageClock;

	MessageViews(MessageSource messages, PageClock pageClock) {
		this.messages = messages;
		this.pageClock = pageClock;
	}

	/**
	 * A message, in words.
	 *
	 * @param tag of its state
	 * @param trouble why it was not delivered, null where it was or was not tried
	 * @param next when it is tried again, null where it is not
	 */
	record Item(String id, String kind, String channel, String receiver, String tag, String state,
			@Nullable String trouble, String created, @Nullable String next, int attempts, boolean repeatable,
			boolean ended) {
	}

	List<Item> items(List<MessageSummary> messages, Locale locale) {
		return messages.stream().map((message) -> item(message, locale)).toList();
	}

	Item item(MessageSummary message, Locale locale) {
		boolean failing = message.state() == MessageState.WAITING && message.attempts() > 0;
		return new Item(message.id().toString(), kind(message.kind(), locale),
				say("notification.channel." + message.channel(), locale),
				say("notification.receiver." + message.recipientKind(), locale), tag(message, failing),
				failing ? say("notification.state.failing", locale)
						: say("notification.state." + message.state(), locale),
				trouble(message.trouble(), locale), time(message.createdAt(), locale),
				(message.nextAttempt() != null) ? time(message.nextAttempt(), locale) : null, message.attempts(),
				message.repeatable() && message.state() != MessageState.SENT,
				message.state() == MessageState.SENT || message.state() == MessageState.GIVEN_UP);
	}

	private static String tag(MessageSummary message, boolean failing) {
		return switch (message.state()) {
			case SENT -> "up";
			case WAITING -> failing ? "degraded" : "maintenance";
			case REFUSED, EXPIRED -> "down";
			case GIVEN_UP -> "unknown";
		};
	}

	/** A newer node may have written one this node has no words for. */
	String kind(String kind, Locale locale) {
		return MessageFilter.kinds().contains(kind) ? say("notification.kind." + kind, locale) : kind;
	}

	String channel(Channel channel, Locale locale) {
		return say("notification.channel." + channel, locale);
	}

	@Nullable String trouble(@Nullable Trouble trouble, Locale locale) {
		return (trouble != null) ? say("notification.trouble." + trouble, locale) : null;
	}

	String time(Instant instant, Locale locale) {
		return this.pageClock.format(instant, locale);
	}

	String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
