package id.tangerangkota.layanan.complaint.testing;

import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

/** Files complaints and moves them on, as the people would. Import it as a bean. */
@TestComponent
public class Complaints {

	/** Of a kelurahan. */
	public static final RegionCode SUB_DISTRICT = new RegionCode("36.71.01.1001");

	private final ComplaintDesk desk;

	Complaints(ComplaintDesk desk) {
		this.desk = desk;
	}

	/** A hole in a road, without an account. */
	public Receipt file() {
		return file("jalan-rusak");
	}

	/** In a category, without an account. */
	public Receipt file(String category) {
		return this.desk.file(submission(category));
	}

	/** As somebody who has an account. */
	public Receipt file(AccountId account, String category) {
		return this.desk.file(by(submission(category), Reporter.of(account, Language.INDONESIAN)));
	}

	/** About a service. */
	public Receipt file(ServiceId service) {
		return this.desk.file(about(service));
	}

	public Receipt file(Submission submission) {
		return this.desk.file(submission);
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
		return new Submission(UUID.randomUUID(), Channel.WEB, ComplaintKind.COMPLAINT, "layanan-digital", service, null,
				"Situs tidak bisa dibuka", "Sejak pagi halaman itu tidak mau terbuka di ponsel saya.", false, false,
				false, Reporter.nobody(Language.INDONESIAN), null, "203.0.113.7");
	}

	public static Submission by(Submission submission, Reporter reporter) {
		return copy(submission, submission.anonymous(), submission.confidential(), submission.formal(), reporter);
	}

	public static Submission secret(Submission submission, boolean anonymous, boolean confidential) {
		return copy(submission, anonymous, confidential, submission.formal(), submission.reporter());
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
