package id.tangerangkota.layanan.complaint.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Words;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.EntryKind;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Files complaints and moves them on, as the people would. Import it as a bean. */
@TestComponent
public class Complaints {

	/** Of a kelurahan. */
	public static final RegionCode SUB_DISTRICT = new RegionCode("36.71.01.1001");

	/** Who verifies. */
	public static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	/** Who sees what is about the conduct of officials. */
	public static final Actor INSPECTOR = Actor.staff(AccountId.random(), Set.of(Role.INSPECTOR), null);

	/** Where a hole in a road goes. */
	public static final AgencyId ROADS = new AgencyId("dpupr");

	/** Who works on it there. */
	public static final Actor OFFICER = officer(ROADS);

	private final ComplaintDesk desk;

	private final CaseDesk cases;

	private final CitizenDesk citizens;

	private final Attachments attachments;

	private final JdbcClient jdbc;

	Complaints(ComplaintDesk desk, CaseDesk cases, CitizenDesk citizens, Attachments attachments, JdbcClient jdbc) {
		this.attachments = attachments;
		this.desk = desk;
		this.cases = cases;
		this.citizens = citizens;
		this.jdbc = jdbc;
	}

	/** An officer of an agency; each time another one. */
	public static Actor officer(AgencyId agency) {
		return Actor.staff(AccountId.random(), Set.of(Role.OFFICER), agency);
	}

	public static Actor head(AgencyId agency) {
		return Actor.staff(AccountId.random(), Set.of(Role.AGENCY_HEAD), agency);
	}

	/** Does something as somebody of the staff, with the case as it is now. */
	public void as(Actor actor, ComplaintId complaint, BiConsumer<CaseDesk, Shown> verb) {
		as(actor, () -> {
			verb.accept(this.cases, shown(complaint));
			return true;
		});
	}

	/** Whoever acted before acts again afterwards. */
	private static <T> T as(Actor actor, Supplier<T> work) {
		Authentication before = SecurityContextHolder.getContext().getAuthentication();
		Acting.as(actor);
		try {
			return work.get();
		}
		finally {
			SecurityContextHolder.getContext().setAuthentication(before);
		}
	}

	/** Does something as the reporter, who has the code. */
	public void asReporter(Receipt receipt, BiConsumer<CitizenDesk, Key> verb) {
		as(Actor.anonymous(), () -> {
			verb.accept(this.citizens, key(receipt));
			return true;
		});
	}

	/** Does something as the reporter, who is signed in. */
	public void asReporter(Receipt receipt, AccountId account, BiConsumer<CitizenDesk, Key> verb) {
		as(Actor.citizen(account), () -> {
			verb.accept(this.citizens, this.citizens.open(receipt.ticket(), account).orElseThrow());
			return true;
		});
	}

	public Key key(Receipt receipt) {
		return this.citizens.open(receipt.ticket(), receipt.code()).orElseThrow();
	}

	/** The case as a page would show it now. */
	public Shown shown(ComplaintId complaint) {
		return new Shown(complaint,
				this.jdbc.sql("select version from complaint.complaint where id = ?")
					.param(complaint.value())
					.query(Integer.class)
					.single());
	}

	public ComplaintStatus status(ComplaintId complaint) {
		return ComplaintStatus.valueOf(this.jdbc.sql("select status from complaint.complaint where id = ?")
			.param(complaint.value())
			.query(String.class)
			.single());
	}

	/** Filed, verified for the office of roads and open to everybody. */
	public Receipt verified() {
		Receipt receipt = file();
		verify(receipt.complaint(), ROADS);
		return receipt;
	}

	/**
	 * As the coordinator, or the inspector where it is about the conduct of officials.
	 */
	public void verify(ComplaintId complaint, AgencyId agency) {
		String category = this.jdbc.sql("select category from complaint.complaint where id = ?")
			.param(complaint.value())
			.query(String.class)
			.single();
		boolean supervisory = this.jdbc.sql("select supervisory from complaint.complaint where id = ?")
			.param(complaint.value())
			.query(Boolean.class)
			.single();
		as(supervisory ? INSPECTOR : COORDINATOR, complaint,
				(desk, shown) -> desk.verify(shown, agency, category, supervisory, true));
	}

	/** Verified, and the officer began. */
	public Receipt started() {
		Receipt receipt = verified();
		as(OFFICER, receipt.complaint(), CaseDesk::start);
		return receipt;
	}

	/** Begun, and the officer asked something. */
	public Receipt asked() {
		Receipt receipt = started();
		as(OFFICER, receipt.complaint(), (desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		return receipt;
	}

	/** Begun and done, as the officer says. */
	public Receipt resolved() {
		Receipt receipt = started();
		as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Lubang sudah kami tutup.")));
		return receipt;
	}

	/** Done, and the reporter says so too. */
	public Receipt closed() {
		Receipt receipt = resolved();
		asReporter(receipt, CitizenDesk::confirm);
		return receipt;
	}

	/** Solved by an agency so many days after it came, and maybe rated. */
	public Receipt solved(AgencyId agency, int days, @Nullable Integer rating) {
		Receipt receipt = file();
		verify(receipt.complaint(), agency);
		as(officer(agency), receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		asReporter(receipt, CitizenDesk::confirm);
		if (rating != null) {
			asReporter(receipt, (desk, key) -> desk.rate(key, rating, true, null));
		}
		this.jdbc
			.sql("update complaint.complaint set received_at = resolve_met - make_interval(days => ?) where id = ?")
			.params(days, receipt.complaint().value())
			.update();
		return receipt;
	}

	/** At an agency and past its deadline. */
	public Receipt late(AgencyId agency) {
		Receipt receipt = file();
		verify(receipt.complaint(), agency);
		this.jdbc.sql("""
				update complaint.complaint set received_at = received_at - interval '20 days',
					resolve_starts = resolve_starts - interval '20 days', resolve_on = resolve_on - 20,
					resolve_at = resolve_at - interval '20 days', due_at = resolve_at - interval '20 days'
				where id = ?""").param(receipt.complaint().value()).update();
		return receipt;
	}

	/** Not taken up by the coordinator. */
	public Receipt rejected() {
		Receipt receipt = file();
		as(COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		return receipt;
	}

	/** Hangs a photo on what was handed in. */
	public AttachmentId photo(Receipt receipt) {
		this.jdbc.sql("update complaint.complaint set photos = photos + 1 where id = ?")
			.param(receipt.complaint().value())
			.update();
		return photo(CaseFiles.of(receipt.complaint()));
	}

	/** Hangs a photo on the only entry of a kind. */
	public AttachmentId photo(Receipt receipt, EntryKind kind) {
		return photo(CaseFiles.of(new EntryId(this.jdbc.sql("""
				update complaint.entry set attachments = attachments + 1 where complaint_id = ? and kind = ?
				returning id""").params(receipt.complaint().value(), kind.name()).query(UUID.class).single())));
	}

	private AttachmentId photo(AttachmentOwner owner) {
		AttachmentOwner draft = new AttachmentOwner("draft", UUID.randomUUID());
		AttachmentId photo = this.attachments
			.store(draft, new ByteArrayInputStream(UploadFiles.jpeg(64, 48)), UploadOptions.photos(1))
			.id();
		this.attachments.attach(draft, List.of(photo), owner);
		return photo;
	}

	/** Words without photos. */
	public static Words words(String text) {
		return new Words(text, null, null);
	}

	/** A hole in a road, without an account. */
	public Receipt file() {
		return file("jalan-rusak");
	}

	/** In a category, without an account. */
	public Receipt file(String category) {
		return file(submission(category));
	}

	/** As somebody who has an account. */
	public Receipt file(AccountId account, String category) {
		return file(by(submission(category), Reporter.of(account, Language.INDONESIAN)));
	}

	/** About a service. */
	public Receipt file(ServiceId service) {
		return file(about(service));
	}

	public Receipt file(Submission submission) {
		AccountId account = submission.reporter().account();
		return as((account != null) ? Actor.citizen(account) : Actor.anonymous(), () -> this.desk.file(submission));
	}

	/** What {@link #file(String)} hands in. */
	public static Submission submission(String category) {
		return new Submission(UUID.randomUUID(), Channel.WEB,
				category.equals("permintaan-informasi") ? ComplaintKind.INFORMATION : ComplaintKind.COMPLAINT, category,
				null, new ComplaintPlace(SUB_DISTRICT, "Jalan Kenanga depan pasar", -6.1783, 106.6319),
				"Lubang besar di depan pasar", "Lubang itu dalam dan sudah dua motor jatuh. Mohon segera ditutup.",
				false, false, false, Reporter.nobody(Language.INDONESIAN), null, null);
	}

	/** A website that does not work. */
	public static Submission about(ServiceId service) {
		return about(service, "layanan-digital");
	}

	/** Something else about a service than its website. */
	public static Submission about(ServiceId service, String category) {
		return new Submission(UUID.randomUUID(), Channel.WEB, ComplaintKind.COMPLAINT, category, service, null,
				"Situs tidak bisa dibuka", "Sejak pagi halaman itu tidak mau terbuka di ponsel saya.", false, false,
				false, Reporter.nobody(Language.INDONESIAN), null, "203.0.113.7");
	}

	public static Submission by(Submission submission, Reporter reporter) {
		return copy(submission, submission.anonymous(), submission.confidential(), submission.formal(), reporter);
	}

	public static Submission secret(Submission submission, boolean anonymous, boolean confidential) {
		return copy(submission, anonymous, confidential, submission.formal(), submission.reporter());
	}

	/** Under a key of one's own choice. */
	public static Submission under(UUID key, Submission from) {
		return new Submission(key, from.channel(), from.kind(), from.category(), from.service(), from.place(),
				from.subject(), from.text(), from.anonymous(), from.confidential(), from.formal(), from.reporter(),
				from.attachments(), from.visitor());
	}

	/** Handed in somewhere else than on the portal. */
	public static Submission through(Channel channel, Submission from) {
		return new Submission(from.key(), channel, from.kind(), from.category(), from.service(), from.place(),
				from.subject(), from.text(), from.anonymous(), from.confidential(), from.formal(), from.reporter(),
				from.attachments(), from.visitor());
	}

	/** As a formal request for information. */
	public static Submission formal() {
		Submission submission = submission("permintaan-informasi");
		return copy(submission, false, false, true, submission.reporter());
	}

	private static Submission copy(Submission from, boolean anonymous, boolean confidential, boolean formal,
			@Nullable Reporter reporter) {
		return new Submission(from.key(), from.channel(), from.kind(), from.category(), from.service(), from.place(),
				from.subject(), from.text(), anonymous, confidential, formal,
				(reporter != null) ? reporter : from.reporter(), from.attachments(), from.visitor());
	}

}
