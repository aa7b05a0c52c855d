package id.tangerangkota.layanan.survey.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyAnswered;
import id.tangerangkota.layanan.survey.answer.Filled.OutageMet;
import id.tangerangkota.layanan.survey.answer.Filled.Question;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Takes answers. What is stored leads to nobody: that somebody has answered is kept as a
 * hash that does not lead to the answer.
 */
@Component
public class AnswerDesk {

	/** Nobody reads and answers questions faster than this. */
	private static final Duration PER_QUESTION = Duration.ofMillis(700);

	/** From midnight until hardly anybody answers. */
	private static final Duration NIGHT = Duration.ofHours(4);

	private final Sheets sheets;

	private final Remarks remarks;

	private final InvitationRows invitations;

	private final OnceMarks once;

	private final OutageSuspicions suspicions;

	private final ComplaintRatings ratings;

	private final BlindIndex index;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AnswerDesk(Sheets sheets, Remarks remarks, InvitationRows invitations, OnceMarks once, OutageSuspicions suspicions,
			ComplaintRatings ratings, BlindIndex index, JdbcClient jdbc, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.sheets = sheets;
		this.remarks = remarks;
		this.invitations = invitations;
		this.once = once;
		this.suspicions = suspicions;
		this.ratings = ratings;
		this.index = index;
		this.jdbc = jdbc;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** What became of answers. */
	public enum Outcome {

		TAKEN,

		/** Taken, and the complaint it was about is looked at again. */
		REOPENED,

		/** Taken; the complaint it was about can no longer be opened again. */
		TOO_LATE,

		/** The person, the link or the sheet has been here before. */
		KNOWN

	}

	/**
	 * Takes the answer to the one question. To be called outside of a transaction.
	 * @param value 1 to 5
	 */
	public Outcome tap(ServiceId service, @Nullable String agency, int value, Respondent respondent) {
		Sheet sheet = this.sheets.tap(service, agency);
		if (sheet.parts().isEmpty()) {
			return Outcome.KNOWN;
		}
		Sheet.Part part = sheet.parts().getFirst();
		Filled filled = new Filled(sheet, Map.of(new Question(part.version().id(), part.positions().getFirst()), value),
				null, "");
		return take(filled, respondent);
	}

	/**
	 * Takes a sheet. To be called outside of a transaction.
	 * @throws IllegalArgumentException if there are answers to what the sheet does not
	 * ask, or beyond the scale
	 */
	public Outcome take(Filled filled, Respondent respondent) {
		Assert.isTrue(filled.isSound(), "Answers to other questions than were asked");
		Instant now = this.clock.instant();
		Outcome outcome = this.transaction.execute((status) -> {
			UUID invitation = filled.sheet().invitation();
			ComplaintId complaint = (invitation != null) ? this.invitations.complaint(invitation) : null;
			if (isKnown(filled.sheet()) || (invitation != null && !this.invitations.use(invitation, now))) {
				return Outcome.KNOWN;
			}
			List<Sheet.Part> counted = counted(filled, respondent, now);
			return (counted.isEmpty() && complaint == null) ? keepWords(filled, respondent, now)
					: store(filled, counted, complaint, respondent, now);
		});
		ServiceId service = filled.sheet().service();
		if (outcome != Outcome.KNOWN && filled.outage() == OutageMet.NOW && service != null) {
			this.suspicions.report(service, OutageSuspicions.Source.SURVEY, respondent.person());
		}
		return outcome;
	}

	/** The same sheet, sent again over a bad line. */
	private boolean isKnown(Sheet sheet) {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(sheet.id().getLeastSignificantBits()).query((row) -> {
		});
		return this.jdbc.sql("""
				select exists (select 1 from survey.answer where sheet_id = :sheet)
					or exists (select 1 from survey.remark where sheet_id = :sheet)""")
			.param("sheet", sheet.id())
			.query(Boolean.class)
			.single();
	}

	/** The parts with answers, without what this person has answered in the quarter. */
	private List<Sheet.Part> counted(Filled filled, Respondent respondent, Instant now) {
		Sheet sheet = filled.sheet();
		return sheet.parts()
			.stream()
			.filter((part) -> !filled.marks(part).isEmpty())
			.filter((part) -> this.once.set(sheet, part.version().instrument(), respondent, now))
			.toList();
	}

	/**
	 * Whether this person need not be asked: they have answered in this quarter. A
	 * complaint is asked about in any case.
	 */
	public boolean hasAnswered(Sheet sheet, Respondent respondent) {
		Instant now = this.clock.instant();
		return sheet.occasion() != Occasion.COMPLAINT && sheet.parts()
			.stream()
			.allMatch((part) -> this.once.isSet(sheet, part.version().instrument(), respondent, now));
	}

	/**
	 * Words count nowhere, so whoever has answered before may write them all the same.
	 */
	private Outcome keepWords(Filled filled, Respondent respondent, Instant now) {
		if (filled.words().isBlank()) {
			return Outcome.KNOWN;
		}
		this.remarks.add(filled.sheet(), filled.words(), now);
		leaveTrace(filled, respondent, now);
		return Outcome.TAKEN;
	}

	private Outcome store(Filled filled, List<Sheet.Part> counted, @Nullable ComplaintId complaint,
			Respondent respondent, Instant now) {
		Sheet sheet = filled.sheet();
		Stratum stratum = stratum(sheet, respondent);
		counted.forEach((part) -> insert(filled, part, stratum, now));
		if (!filled.words().isBlank() && !isSecret(complaint)) {
			this.remarks.add(sheet, filled.words(), now);
		}
		leaveTrace(filled, respondent, now);
		this.jdbc.sql("insert into survey.touched (service_id, day) values (?, ?)")
			.param((sheet.service() != null) ? sheet.service().value() : null)
			.param(LocalDate.ofInstant(now, AvailabilityReport.ZONE))
			.update();
		Integer rating = filled.rating();
		this.events.publishEvent(
				new SurveyAnswered(sheet.occasion(), sheet.service(), complaint, rating, filled.solved(), now));
		return (complaint != null) ? rate(complaint, rating, filled.solved()) : Outcome.TAKEN;
	}

	/**
	 * Words are read by the agency and stand beside the service, which may be what was
	 * reported in confidence; pages have no room for them, and none are kept that come.
	 */
	private boolean isSecret(@Nullable ComplaintId complaint) {
		return complaint != null && this.ratings.isSealed(complaint);
	}

	/**
	 * Floods are found by it. A link after a complaint works once, so none come that way,
	 * and the moment would lead to the complaint.
	 */
	private void leaveTrace(Filled filled, Respondent respondent, Instant now) {
		Sheet sheet = filled.sheet();
		if (sheet.occasion() == Occasion.COMPLAINT) {
			return;
		}
		boolean hasty = sheet.parts().stream().mapToInt((part) -> part.positions().size()).sum() > 1
				&& Duration.between(sheet.issuedAt(), now)
					.compareTo(PER_QUESTION.multipliedBy(filled.answers().size())) < 0;
		this.jdbc.sql("insert into survey.trace values (:sheet, :at, :service, :agency, :network, :hasty)")
			.param("sheet", sheet.id())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("service", (sheet.service() != null) ? sheet.service().value() : null)
			.param("agency", sheet.agency())
			.param("network", network(respondent, now))
			.param("hasty", hasty)
			.update();
	}

	private Outcome rate(ComplaintId complaint, @Nullable Integer rating, @Nullable Boolean solved) {
		return switch (this.ratings.rate(complaint, rating, solved)) {
			case TAKEN, NOT_OVER -> Outcome.TAKEN;
			case REOPENED -> Outcome.REOPENED;
			case TOO_LATE -> Outcome.TOO_LATE;
		};
	}

	private static Stratum stratum(Sheet sheet, Respondent respondent) {
		if (sheet.invitation() != null) {
			return Stratum.INVITED;
		}
		if (respondent.account() != null) {
			return Stratum.ACCOUNT;
		}
		return (sheet.occasion() == Occasion.COUNTER) ? Stratum.COUNTER : Stratum.ANONYMOUS;
	}

	/**
	 * The complaint knows when its reporter answered; of the answer only the day is kept.
	 */
	private void insert(Filled filled, Sheet.Part part, Stratum stratum, Instant now) {
		Sheet sheet = filled.sheet();
		Instant at = (sheet.occasion() == Occasion.COMPLAINT) ? PageClock.start(PageClock.day(now)) : now;
		this.jdbc
			.sql("""
					insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, outage, marks)
					values (:sheet, :version, :at, :service, :agency, :occasion, :stratum, :outage, :marks)""")
			.param("sheet", sheet.id())
			.param("version", part.version().id())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("service", (sheet.service() != null) ? sheet.service().value() : null)
			.param("agency", sheet.agency())
			.param("occasion", sheet.occasion().name())
			.param("stratum", stratum.name())
			.param("outage", (filled.outage() != null) ? filled.outage().name() : null)
			.param("marks", filled.marks(part).toArray(Short[]::new))
			.update();
	}

	/**
	 * Another one each day, so that nobody can be followed over days. The day begins when
	 * nobody answers, so that a flood over midnight is one.
	 */
	private byte[] network(Respondent respondent, Instant now) {
		ZoneId zone = AvailabilityReport.ZONE;
		return this.index.of("survey.network",
				LocalDate.ofInstant(now.minus(NIGHT), zone) + " " + respondent.network());
	}

}
