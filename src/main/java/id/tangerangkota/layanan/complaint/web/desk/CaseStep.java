package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.casework.EntryKind;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.Purpose;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import org.jspecify.annotations.Nullable;

/** What can be done about a case, each on a page of its own. */
enum CaseStep {

	VERIFY("verifikasi", null, EnumSet.of(Field.AGENCY, Field.CATEGORY, Field.SUPERVISORY, Field.PUBLISH)),
	START("mulai", null, EnumSet.noneOf(Field.class)), ASSIGN("tugaskan", null, EnumSet.of(Field.OFFICER)),
	ANSWER("jawab", Purpose.ANSWER, EnumSet.of(Field.TEXT, Field.PHOTOS, Field.ONLY_REPORTER)),
	ASK("tanya", Purpose.QUESTION, EnumSet.of(Field.TEXT)), GO_ON("lanjutkan", null, EnumSet.noneOf(Field.class)),
	RESOLVE("selesai", Purpose.RESOLUTION, EnumSet.of(Field.TEXT, Field.PHOTOS)),
	CONFIRM("konfirmasi", null, EnumSet.noneOf(Field.class)), SEND_BACK("kembalikan", null, EnumSet.of(Field.TEXT)),
	SAMPLE("periksa", null, EnumSet.of(Field.WELL_DONE, Field.TEXT)),
	NOTE("catatan", null, EnumSet.of(Field.TEXT, Field.PHOTOS)),
	FORWARD("teruskan", null, EnumSet.of(Field.AGENCY, Field.TEXT)), EXTEND("perpanjang", null, EnumSet.of(Field.TEXT)),
	MERGE("gabungkan", null, EnumSet.of(Field.TICKET)),
	SPLIT("pisahkan", null, EnumSet.of(Field.SUBJECT, Field.TEXT, Field.CATEGORY)),
	REJECT("tolak", Purpose.REJECTION, EnumSet.of(Field.REJECTION, Field.TEXT)),
	REFER("alihkan", null, EnumSet.of(Field.REFERRAL, Field.TEXT)),
	REDACT("samarkan", null, EnumSet.of(Field.ENTRY, Field.SUBJECT, Field.TEXT)),
	PUBLISH("tampilkan", null, EnumSet.noneOf(Field.class)), HIDE("sembunyikan", null, EnumSet.noneOf(Field.class));

	/** What a form asks for. */
	enum Field {

		AGENCY, CATEGORY, SUPERVISORY, PUBLISH, OFFICER, TEXT, PHOTOS, ONLY_REPORTER, TICKET, SUBJECT, REJECTION,
		REFERRAL, ENTRY, WELL_DONE

	}

	private static final Set<ComplaintStatus> AT_WORK = EnumSet.of(ComplaintStatus.ASSIGNED,
			ComplaintStatus.IN_PROGRESS);

	private static final Set<ComplaintStatus> BEFORE_THE_END = EnumSet.of(ComplaintStatus.SUBMITTED,
			ComplaintStatus.ASSIGNED, ComplaintStatus.IN_PROGRESS, ComplaintStatus.WAITING_FOR_CITIZEN);

	/** What citizens and the staff say to each other. */
	private static final Set<String> SAID = Set.of(EntryKind.ANSWERED.name(), EntryKind.ASKED.name(),
			EntryKind.REPLIED.name(), EntryKind.REOPENED.name());

	private final String code;

	private final @Nullable Purpose purpose;

	private final Set<Field> fields;

	CaseStep(String code, @Nullable Purpose purpose, Set<Field> fields) {
		this.code = code;
		this.purpose = purpose;
		this.fields = fields;
	}

	/** Of the address. */
	String code() {
		return this.code;
	}

	/** Of the texts that fit, null where none do. */
	@Nullable Purpose purpose() {
		return this.purpose;
	}

	/** Whether its form asks for it; by name, for templates. */
	public boolean asks(String field) {
		return this.fields.contains(Field.valueOf(field));
	}

	boolean asks(Field field) {
		return this.fields.contains(field);
	}

	/** Whether it ends the case for the citizen, or cannot be taken back. */
	public boolean isSerious() {
		return this == REJECT || this == MERGE || this == REFER;
	}

	/** Whether one goes on with the next case afterwards. */
	boolean leadsOn() {
		return this != REDACT && this != PUBLISH && this != HIDE;
	}

	static Optional<CaseStep> of(String code) {
		return Arrays.stream(values()).filter((step) -> step.code.equals(code)).findFirst();
	}

	/** What to offer to somebody in the state the case is in. */
	static List<CaseStep> of(Desk desk, CaseFile file) {
		return Arrays.stream(values()).filter((step) -> step.isFor(desk, file)).toList();
	}

	/**
	 * The one of them that brings the case on. None where it is somebody else's turn:
	 * another office, the citizen, or the colleague whose case it is.
	 */
	static Optional<CaseStep> next(Desk desk, CaseFile file) {
		AccountId officer = file.line().officer();
		boolean mine = officer == null || desk.actor().requireAccount().equals(officer);
		return switch (file.line().status()) {
			case SUBMITTED -> VERIFY.ifFor(desk, file);
			case ASSIGNED -> !mine || !START.isFor(desk, file) ? Optional.empty()
					: Optional.of((officer == null && desk.actor().is(Role.AGENCY_HEAD)) ? ASSIGN : START);
			case IN_PROGRESS ->
				mine ? RESOLVE.ifFor(desk, file).map((step) -> isAnswered(file) ? step : ANSWER) : Optional.empty();
			case RESOLVED -> CONFIRM.ifFor(desk, file);
			case CLOSED -> SAMPLE.ifFor(desk, file);
			case WAITING_FOR_CITIZEN, REJECTED, MERGED, REFERRED -> Optional.empty();
		};
	}

	private Optional<CaseStep> ifFor(Desk desk, CaseFile file) {
		return isFor(desk, file) ? Optional.of(this) : Optional.empty();
	}

	/** Whether the city had the last word between it and the citizen. */
	private static boolean isAnswered(CaseFile file) {
		return file.steps()
			.reversed()
			.stream()
			.map(CaseFile.Step::kind)
			.filter(SAID::contains)
			.findFirst()
			.filter((kind) -> kind.equals(EntryKind.ANSWERED.name()) || kind.equals(EntryKind.ASKED.name()))
			.isPresent();
	}

	boolean isFor(Desk desk, CaseFile file) {
		return isNow(file) && isTheirs(desk.actor(), file);
	}

	private boolean isNow(CaseFile file) {
		ComplaintStatus status = file.line().status();
		boolean secret = file.line().confidential() || file.line().supervisory();
		return switch (this) {
			case VERIFY -> status == ComplaintStatus.SUBMITTED;
			case START -> status == ComplaintStatus.ASSIGNED;
			case ASSIGN -> status.isOpen() && status != ComplaintStatus.SUBMITTED;
			case FORWARD, RESOLVE -> AT_WORK.contains(status);
			case ANSWER -> status.isOpen() && status != ComplaintStatus.SUBMITTED;
			case ASK, REFER -> status == ComplaintStatus.SUBMITTED || AT_WORK.contains(status);
			case GO_ON -> status == ComplaintStatus.WAITING_FOR_CITIZEN;
			case CONFIRM, SEND_BACK -> status == ComplaintStatus.RESOLVED;
			case SAMPLE -> file.closing() == Closing.UNCONFIRMED && file.sampledAt() == null;
			case NOTE, REDACT -> true;
			case EXTEND -> file.formal() && !file.extended() && file.line().kind() == ComplaintKind.INFORMATION
					&& BEFORE_THE_END.contains(status);
			case MERGE, REJECT -> BEFORE_THE_END.contains(status);
			case SPLIT -> status.isOpen();
			case PUBLISH -> !secret && !file.published() && status != ComplaintStatus.SUBMITTED;
			case HIDE -> file.published();
		};
	}

	private boolean isTheirs(Actor actor, CaseFile file) {
		boolean supervisory = file.line().supervisory();
		boolean watches = actor.is(supervisory ? Role.INSPECTOR : Role.COORDINATOR);
		boolean ofAgency = !supervisory && actor.agency() != null && actor.agency().equals(file.line().agency());
		boolean works = (ofAgency && (actor.is(Role.AGENCY_HEAD) || actor.is(Role.OFFICER)))
				|| (supervisory && watches);
		AccountId me = actor.requireAccount();
		return switch (this) {
			case VERIFY, SEND_BACK, SAMPLE, PUBLISH, HIDE -> watches;
			case START -> works;
			case RESOLVE -> works && !file.barred().contains(me);
			case REJECT, REFER, MERGE -> (works || watches) && !file.barred().contains(me);
			case CONFIRM -> watches && !me.equals(file.resolvedBy()) && !me.equals(file.line().officer())
					&& !file.barred().contains(me);
			default -> works || watches;
		};
	}

}
