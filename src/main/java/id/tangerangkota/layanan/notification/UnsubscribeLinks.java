package id.tangerangkota.layanan.notification;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.web.Links;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Links that end mails on a topic without signing in (RFC 8058). They hold whom and what
 * about, and a keyed hash nobody can guess, so that they need no row and work as long as
 * the key is kept.
 */
@Component
public class UnsubscribeLinks {

	/** The page, and what mail programs call by themselves. */
	public static final String PATH = "/langganan/berhenti/{token}";

	private static final String BEGINNING = "/langganan/berhenti/";

	private static final String PURPOSE = "notification.unsubscribe";

	private static final int MAC_BYTES = 16;

	private static final int BYTES = 2 + 2 * Long.BYTES + MAC_BYTES;

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private final BlindIndex index;

	private final Links links;

	UnsubscribeLinks(BlindIndex index, Links links) {
		this.index = index;
		this.links = links;
	}

	/** Absolute and without a language; null for what cannot be ended. */
	@Nullable String of(WaitingMessage message) {
		Topic topic = Topic.valueOf(message.topic());
		return topic.isOptional() ? link(new Addressee(message.recipientKind(), message.recipient(), topic)) : null;
	}

	String link(Addressee addressee) {
		byte[] claim = claim(addressee);
		byte[] token = Arrays.copyOf(claim, BYTES);
		System.arraycopy(this.index.of(PURPOSE, text(claim)), 0, token, claim.length, MAC_BYTES);
		return this.links.absolute(BEGINNING + ENCODER.encodeToString(token));
	}

	/** Whom a link is about, nothing when it was made up. */
	public Optional<Addressee> open(String token) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length != BYTES) {
			return Optional.empty();
		}
		byte[] claim = Arrays.copyOf(bytes, BYTES - MAC_BYTES);
		byte[] mac = Arrays.copyOfRange(bytes, BYTES - MAC_BYTES, BYTES);
		boolean made = this.index.candidates(PURPOSE, text(claim))
			.stream()
			.anyMatch((candidate) -> MessageDigest.isEqual(Arrays.copyOf(candidate, MAC_BYTES), mac));
		return made ? addressee(claim) : Optional.empty();
	}

	private static byte[] claim(Addressee addressee) {
		return ByteBuffer.allocate(BYTES - MAC_BYTES)
			.put((byte) addressee.kind().code())
			.put((byte) addressee.topic().code())
			.putLong(addressee.id().getMostSignificantBits())
			.putLong(addressee.id().getLeastSignificantBits())
			.array();
	}

	private static Optional<Addressee> addressee(byte[] claim) {
		ByteBuffer parts = ByteBuffer.wrap(claim);
		Optional<RecipientKind> kind = RecipientKind.ofCode((char) parts.get());
		Optional<Topic> topic = Topic.ofCode((char) parts.get());
		UUID id = new UUID(parts.getLong(), parts.getLong());
		return kind.flatMap((known) -> topic.map((about) -> new Addressee(known, id, about)));
	}

	private static String text(byte[] claim) {
		return ENCODER.encodeToString(claim);
	}

}
