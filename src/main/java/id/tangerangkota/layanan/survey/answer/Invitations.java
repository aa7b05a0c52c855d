package id.tangerangkota.layanan.survey.answer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.vault.BlindIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links are an id and a keyed hash of it: they can be written again whenever somebody
 * needs one, and whoever holds the database alone can make none.
 */
@Component
public class Invitations implements SurveyInvitations {

	/** In the path, before the token. */
	public static final String COMPLAINT_PATH = "/survei/pengaduan/";

	/** In the path, before the token. */
	public static final String OUTAGE_PATH = "/survei/gangguan/";

	private static final Duration OPEN_FOR = Duration.ofDays(60);

	private static final String LINK = "survey.link";

	private static final String SUBJECT = "survey.subject";

	private static final int ID_BYTES = 16;

	private static final int HASH_BYTES = 20;

	private final InvitationRows rows;

	private final BlindIndex index;

	private final Clock clock;

	Invitations(InvitationRows rows, BlindIndex index, Clock clock) {
		this.rows = rows;
		this.index = index;
		this.clock = clock;
	}

	@Override
	@Transactional
	public String afterComplaint(ComplaintId complaint, int reopened, @Nullable ServiceId service, AgencyId agency) {
		return COMPLAINT_PATH + make(Occasion.COMPLAINT, "complaint " + complaint + " " + reopened, complaint, service,
				agency.code());
	}

	@Override
	@Transactional
	public String afterOutage(OutageId outage, ServiceId service, UUID follower) {
		return OUTAGE_PATH + make(Occasion.OUTAGE, "outage " + outage + " " + follower, null, service, null);
	}

	private String make(Occasion occasion, String subject, @Nullable ComplaintId complaint, @Nullable ServiceId service,
			@Nullable String agency) {
		Instant now = this.clock.instant();
		UUID id = this.rows.make(occasion, this.index.of(SUBJECT, subject), this.index.candidates(SUBJECT, subject),
				complaint, service, agency, now, now.plus(OPEN_FOR));
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(ID_BYTES + HASH_BYTES)
				.putLong(id.getMostSignificantBits())
				.putLong(id.getLeastSignificantBits())
				.put(this.index.of(LINK, id.toString()), 0, HASH_BYTES)
				.array());
	}

	/** The invitation a link stands for; nothing for any other text. */
	@Transactional(readOnly = true)
	public Optional<Invitation> find(String token) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length != ID_BYTES + HASH_BYTES) {
			return Optional.empty();
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		UUID id = new UUID(buffer.getLong(), buffer.getLong());
		byte[] hash = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
		boolean genuine = this.index.candidates(LINK, id.toString())
			.stream()
			.anyMatch((known) -> MessageDigest.isEqual(Arrays.copyOf(known, HASH_BYTES), hash));
		return genuine ? this.rows.find(id, this.clock.instant()) : Optional.empty();
	}

}
