package id.tangerangkota.layanan.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import org.jspecify.annotations.Nullable;

/**
 * Which messages the staff look at.
 *
 * @param kind one of {@link #kinds()}, null for all
 * @param channel null for all
 */
public record MessageFilter(View view, @Nullable String kind, @Nullable Channel channel) {

	/** What became of them. */
	public enum View {

		/** Those somebody should look at. */
		UNDELIVERED(EnumSet.of(MessageState.REFUSED, MessageState.EXPIRED), 0),

		/** Tried in vain and tried again. */
		FAILING(EnumSet.of(MessageState.WAITING), 1),

		WAITING(EnumSet.of(MessageState.WAITING), 0),

		GIVEN_UP(EnumSet.of(MessageState.GIVEN_UP), 0),

		SENT(EnumSet.of(MessageState.SENT), 0);

		private final Set<MessageState> states;

		private final int attempts;

		View(Set<MessageState> states, int attempts) {
			this.states = states;
			this.attempts = attempts;
		}

	}

	/** All kinds of messages this node knows. */
	public static Set<String> kinds() {
		Set<String> kinds = new LinkedHashSet<>();
		Stream.concat(Arrays.stream(AccountMessage.Kind.values()), Arrays.stream(HappeningKind.values()))
			.map(Enum::name)
			.forEach(kinds::add);
		return kinds;
	}

	String[] states() {
		return names(this.view.states);
	}

	int attempts() {
		return this.view.attempts;
	}

	String[] channels() {
		return (this.channel != null) ? new String[] { this.channel.name() }
				: names(EnumSet.of(Channel.EMAIL, Channel.WEBHOOK));
	}

	String[] wantedKinds() {
		return (this.kind != null) ? new String[] { this.kind } : kinds().toArray(String[]::new);
	}

	private static String[] names(Collection<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).toArray(String[]::new);
	}

}
