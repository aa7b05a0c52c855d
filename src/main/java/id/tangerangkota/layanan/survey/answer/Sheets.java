package id.tangerangkota.layanan.survey.answer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.answer.Sheet.Part;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Makes sheets, and knows them again when they come back. */
@Component
public class Sheets {

	private static final Place PLACE = new Place("survey.sheet", "page", "-");

	private static final String NONE = "-";

	/**
	 * So long a draw may be shown again: a link passed on must not ask everybody the
	 * same.
	 */
	private static final Duration DRAWN_FOR = Duration.ofHours(2);

	/** Of three people who tell more, one is asked for the official survey. */
	private static final int OFFICIAL = 3;

	private final Instruments instruments;

	private final InvitationRows invitations;

	private final ComplaintRatings ratings;

	private final Cipher cipher;

	private final Blocks blocks;

	private final SecureRandom random;

	private final Clock clock;

	Sheets(Instruments instruments, InvitationRows invitations, ComplaintRatings ratings, Cipher cipher,
			SecureRandom random, Clock clock) {
		this.instruments = instruments;
		this.invitations = invitations;
		this.ratings = ratings;
		this.cipher = cipher;
		this.blocks = new Blocks(random);
		this.random = random;
		this.clock = clock;
	}

	/** A part of the long form, for who gave the short answer or was down with it. */
	public Sheet more(Occasion occasion, ServiceId service, @Nullable String agency, @Nullable UUID invitation) {
		boolean official = this.random.nextInt(OFFICIAL) == 0;
		Instrument wanted = official ? Instrument.SKM : Instrument.ESQUAL;
		Instrument other = official ? Instrument.ESQUAL : Instrument.SKM;
		return make(occasion, service, agency, invitation, isOpen(wanted) ? wanted : other);
	}

	/** Whether whoever wants to tell more is asked anything. */
	public boolean hasMore() {
		return isOpen(Instrument.SKM) || isOpen(Instrument.ESQUAL);
	}

	private boolean isOpen(Instrument instrument) {
		return this.instruments.open(instrument).isPresent();
	}

	/** Nothing but room for words. */
	public Sheet words(ServiceId service, @Nullable String agency) {
		return make(Occasion.SERVICE, service, agency, null);
	}

	/**
	 * The form after a complaint: how good it was, and how the problem was handled unless
	 * the complaint was rejected.
	 */
	public Sheet recovery(@Nullable ServiceId service, @Nullable String agency, UUID invitation) {
		ComplaintId complaint = this.invitations.complaint(invitation);
		return (complaint != null && this.ratings.isRejected(complaint))
				? make(Occasion.COMPLAINT, service, agency, invitation, Instrument.SHORT)
				: make(Occasion.COMPLAINT, service, agency, invitation, Instrument.SHORT, Instrument.ERECS);
	}

	/** Whether who is invited has said already that their problem is solved. */
	public boolean isSolved(UUID invitation) {
		ComplaintId complaint = this.invitations.complaint(invitation);
		return complaint != null && this.ratings.isConfirmed(complaint);
	}

	/**
	 * Whether words of who is invited could be read by those their complaint is about.
	 */
	public boolean isSecret(UUID invitation) {
		ComplaintId complaint = this.invitations.complaint(invitation);
		return complaint != null && this.ratings.isSealed(complaint);
	}

	/** The official survey, at a counter. */
	public Sheet counter(@Nullable ServiceId service, String agency) {
		return make(Occasion.COUNTER, service, agency, null, Instrument.SKM);
	}

	/** The one question, for who is not asked by a sheet of their own. */
	Sheet tap(ServiceId service, @Nullable String agency) {
		return make(Occasion.SERVICE, service, agency, null, Instrument.SHORT);
	}

	private Sheet make(Occasion occasion, @Nullable ServiceId service, @Nullable String agency,
			@Nullable UUID invitation, Instrument... instruments) {
		List<Part> parts = new ArrayList<>();
		for (Instrument instrument : instruments) {
			this.instruments.open(instrument)
				.ifPresent((version) -> parts.add(new Part(version, this.blocks.choose(version))));
		}
		return new Sheet(UUID.randomUUID(), this.clock.instant(), occasion, service, agency, invitation,
				List.copyOf(parts));
	}

	/**
	 * What was drawn for a sheet, for the address of its page: it holds neither the id of
	 * the sheet nor anything about who reads it, as addresses are logged and passed on.
	 */
	public String draw(Sheet sheet) {
		return this.cipher.seal(sheet.issuedAt().toEpochMilli() + "|" + text(sheet.parts()),
				drawPlace(sheet.occasion()));
	}

	/**
	 * A sheet of its own that asks what was drawn before; nothing if that was long ago,
	 * for another occasion or never, or is not asked any more.
	 */
	public Optional<Sheet> drawn(@Nullable String draw, Occasion occasion, @Nullable ServiceId service,
			@Nullable String agency, @Nullable UUID invitation) {
		if (draw == null) {
			return Optional.empty();
		}
		try {
			String[] fields = this.cipher.open(draw, drawPlace(occasion)).split("\\|", -1);
			Instant now = this.clock.instant();
			List<Part> parts = parts(fields[1]);
			if (Instant.ofEpochMilli(Long.parseLong(fields[0])).plus(DRAWN_FOR).isBefore(now)
					|| parts.stream().anyMatch((part) -> part.version().state() != State.OPEN)) {
				return Optional.empty();
			}
			return Optional.of(new Sheet(UUID.randomUUID(), now, occasion, service, agency, invitation, parts));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

	private static Place drawPlace(Occasion occasion) {
		return new Place("survey.draw", "page", occasion.name());
	}

	/** For a hidden field of the page. */
	public String seal(Sheet sheet) {
		return this.cipher.seal(String.join("|", sheet.id().toString(), Long.toString(sheet.issuedAt().toEpochMilli()),
				sheet.occasion().name(), text(sheet.service()), text(sheet.agency()), text(sheet.invitation()),
				text(sheet.parts())), PLACE);
	}

	private static String text(List<Part> parts) {
		return parts.stream()
			.map((part) -> part.version().id() + ":"
					+ part.positions().stream().map(String::valueOf).collect(Collectors.joining(",")))
			.collect(Collectors.joining(";"));
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : NONE;
	}

	/** The sheet as it was handed out; nothing if it was changed, or never was one. */
	public Optional<Sheet> open(@Nullable String sealed) {
		if (sealed == null) {
			return Optional.empty();
		}
		try {
			String[] fields = this.cipher.open(sealed, PLACE).split("\\|", -1);
			String service = orNull(fields[3]);
			String invitation = orNull(fields[5]);
			return Optional.of(new Sheet(UUID.fromString(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])),
					Occasion.valueOf(fields[2]), (service != null) ? new ServiceId(UUID.fromString(service)) : null,
					orNull(fields[4]), (invitation != null) ? UUID.fromString(invitation) : null, parts(fields[6])));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

	private static @Nullable String orNull(String field) {
		return field.equals(NONE) ? null : field;
	}

	/** Versions that were closed meanwhile are still taken; drafts were never shown. */
	private List<Part> parts(String text) {
		List<Part> parts = new ArrayList<>();
		for (String part : text.isEmpty() ? new String[0] : text.split(";")) {
			int colon = part.indexOf(':');
			InstrumentVersion version = this.instruments.version(Integer.parseInt(part.substring(0, colon)))
				.filter((found) -> found.state() != State.DRAFT)
				.orElseThrow();
			parts.add(new Part(version,
					Arrays.stream(part.substring(colon + 1).split(",")).map(Integer::valueOf).toList()));
		}
		return parts;
	}

}
