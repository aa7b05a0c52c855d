package id.tangerangkota.layanan.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;

/** What the staff do with the portal, in the order in which they are shown. */
enum Task {

	COMPLAINTS("/petugas/pengaduan", "portal.task.complaints", "portal.task.complaints.text", false,
			Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.INSPECTOR, Role.LEADERSHIP)),

	FILING("/petugas/pengaduan/baru", "portal.task.filing", "portal.task.filing.text", false,
			Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR)),

	UNMASKING("/petugas/pengaduan/buka-identitas", "portal.task.unmasking", "portal.task.unmasking.text", false,
			Set.of(Role.COORDINATOR, Role.INSPECTOR, Role.DATA_PROTECTION_OFFICER)),

	ORIGINALS("/petugas/isi-asli", "portal.task.originals", "portal.task.originals.text", false,
			Set.of(Role.INSPECTOR, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR)),

	COUNTER("/petugas/loket", "portal.task.counter", "portal.task.counter.text", false,
			Set.of(Role.OFFICER, Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)),

	SURVEY_RESULTS("/petugas/survei", "portal.task.survey-results", "portal.task.survey-results.text", false,
			Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR)),

	QUALITY("/admin/mutu", "portal.task.quality", "portal.task.quality.text", false,
			Set.of(Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR, Role.AUDITOR)),

	INSPECTION("/admin/mutu/pemeriksaan", "portal.task.inspection", "portal.task.inspection.text", false,
			Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR)),

	EVIDENCE("/admin/mutu/bukti", "portal.task.evidence", "portal.task.evidence.text", true,
			Set.of(Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR)),

	ADOPTION("/admin/mutu/pemakaian", "portal.task.adoption", "portal.task.adoption.text", true,
			Set.of(Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR)),

	RETIREMENT("/admin/mutu/pensiun", "portal.task.retirement", "portal.task.retirement.text", true,
			Set.of(Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR)),

	STAFF("/admin/akun", "portal.task.staff", "portal.task.staff.text", true, Set.of(Role.ADMINISTRATOR)),

	MONITORING("/admin/ketersediaan", "portal.task.monitoring", "portal.task.monitoring.text", true,
			Set.of(Role.COORDINATOR, Role.ADMINISTRATOR)),

	REQUESTS("/admin/hak-data", "portal.task.requests", "portal.task.requests.text", true,
			Set.of(Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)),

	BREACHES("/admin/pelanggaran-data", "portal.task.breaches", "portal.task.breaches.text", true,
			Set.of(Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)),

	HOLIDAYS("/admin/hari-libur", "portal.task.holidays", "portal.task.holidays.text", true,
			Set.of(Role.ADMINISTRATOR)),

	MESSAGES("/admin/pesan", "portal.task.messages", "portal.task.messages.text", true, Set.of(Role.ADMINISTRATOR)),

	WEBHOOKS("/admin/webhook", "portal.task.webhooks", "portal.task.webhooks.text", true, Set.of(Role.ADMINISTRATOR)),

	API_KEYS("/admin/kunci-api", "portal.task.api-keys", "portal.task.api-keys.text", true, Set.of(Role.ADMINISTRATOR)),

	SURVEYS("/admin/survei", "portal.task.surveys", "portal.task.surveys.text", true, Set.of(Role.ADMINISTRATOR)),

	AUDIT("/auditor", "portal.task.audit", "portal.task.audit.text", true, Set.of(Role.AUDITOR));

	private final String href;

	private final String title;

	private final String text;

	private final boolean administration;

	private final Set<Role> roles;

	Task(String href, String title, String text, boolean administration, Set<Role> roles) {
		this.href = href;
		this.title = title;
		this.text = text;
		this.administration = administration;
		this.roles = roles;
	}

	static List<Task> of(Actor actor) {
		return Arrays.stream(values()).filter((task) -> task.roles.stream().anyMatch(actor::is)).toList();
	}

	String href() {
		return this.href;
	}

	/** Key of the text. */
	String title() {
		return this.title;
	}

	/** Key of the text. */
	String text() {
		return this.text;
	}

	/** Whether it stands on the administration page too. */
	boolean isAdministration() {
		return this.administration;
	}

	Set<Role> roles() {
		return this.roles;
	}

}
