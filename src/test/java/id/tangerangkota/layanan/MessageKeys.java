package id.tangerangkota.layanan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.apikey.ClientState;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.audit.AuditOutcome;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckRefused;
import id.tangerangkota.layanan.availability.check.UnwatchedServices;
import id.tangerangkota.layanan.availability.incident.EntryKind;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.Recurrence;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.InvalidTarget;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.calendar.Certainty;
import id.tangerangkota.layanan.calendar.HolidayKind;
import id.tangerangkota.layanan.calendar.Season;
import id.tangerangkota.layanan.catalog.AgencyType;
import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.Confidence;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.Consents;
import id.tangerangkota.layanan.identity.credential.PasswordPolicy;
import id.tangerangkota.layanan.identity.VerifiedBy;
import id.tangerangkota.layanan.privacy.Deed;
import id.tangerangkota.layanan.privacy.Refusal;
import id.tangerangkota.layanan.privacy.RequestFilter;
import id.tangerangkota.layanan.privacy.RequestKind;
import id.tangerangkota.layanan.privacy.RequestState;
import id.tangerangkota.layanan.privacy.breach.Recipient;
import id.tangerangkota.layanan.privacy.breach.BreachState;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.notification.MessageFilter;
import id.tangerangkota.layanan.notification.MessageState;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.notification.Trouble;
import id.tangerangkota.layanan.notification.webhook.Webhook;
import id.tangerangkota.layanan.notification.webhook.WebhookDesk;
import id.tangerangkota.layanan.quality.inspection.InspectionItem;
import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import id.tangerangkota.layanan.quality.inspection.Verdict;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.evidence.EvidenceArchive;
import id.tangerangkota.layanan.quality.evidence.Rule;
import id.tangerangkota.layanan.quality.retirement.Candidate;
import id.tangerangkota.layanan.quality.retirement.Sign;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.answer.BurstKind;
import id.tangerangkota.layanan.survey.answer.Filled.OutageMet;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.Language;

import static java.util.Map.entry;

/** Where keys of texts stand: in templates, in code, or put together while running. */
final class MessageKeys {

	/** Acts of all modules, of those to come too; the trail has words for each. */
	private static final Set<String> AUDIT_ACTIONS = Set.of("identity.registered", "identity.signed-in",
			"identity.sign-in-failed", "identity.sign-in-refused", "identity.signed-out", "identity.session-ended",
			"identity.password-changed", "identity.password-reset-asked", "identity.password-reset",
			"identity.email-confirmed", "identity.factor-added", "identity.factor-removed",
			"identity.recovery-codes-made", "identity.verified", "identity.nik-taken-away",
			"identity.looked-up-at-counter", "identity.counter-code-issued", "identity.staff-invited",
			"identity.invitation-link-shown", "identity.staff-joined", "identity.roles-changed",
			"identity.staff-deactivated", "identity.staff-reactivated", "identity.nik-revealed",
			"identity.reporter-revealed", "identity.account-closed", "identity.corrected", "identity.restricted",
			"identity.consent-changed", "identity.access-denied", "privacy.request-filed", "privacy.request-answered",
			"privacy.data-exported", "privacy.breach-recorded", "privacy.breach-closed", "vault.keys-rotated",
			"vault.key-retired", "throttle.refused", "audit.exported", "catalog.imported", "catalog.verified",
			"availability.check-added", "availability.check-edited", "availability.check-paused",
			"availability.check-resumed", "availability.check-removed", "availability.check-asked",
			"availability.check-proposal-dismissed", "availability.check-vouched", "availability.incident-acknowledged",
			"availability.incident-updated", "availability.incident-resolved", "availability.incident-entry-edited",
			"availability.post-mortem-written", "availability.suspicion-confirmed", "availability.suspicion-dismissed",
			"availability.maintenance-announced", "availability.maintenance-reworded", "availability.maintenance-ended",
			"catalog.replaced", "catalog.retired", "notification.message-retried", "notification.messages-retried",
			"notification.message-given-up", "notification.happening-retried", "notification.webhook-added",
			"notification.webhook-edited", "notification.webhook-secret-shown", "notification.webhook-secret-rotated",
			"notification.webhook-tested", "notification.webhook-enabled", "notification.webhook-disabled",
			"notification.webhook-removed", "calendar.holiday-added", "calendar.holiday-edited",
			"calendar.holiday-removed", "calendar.hours-changed", "apikey.issued", "apikey.changed", "apikey.rotated",
			"apikey.revoked", "survey.instrument-reworded", "survey.instrument-opened", "survey.instrument-closed",
			"survey.burst-decided", "survey.remark-hidden", "survey.follow-up-planned", "survey.follow-up-changed",
			"survey.follow-up-done", "survey.follow-up-withdrawn", "survey.people-counted", "quality.finding-disputed",
			"quality.finding-dispute-withdrawn", "quality.finding-dispute-confirmed", "quality.scale-changed",
			"quality.population-changed", "complaint.filed", "complaint.imported", "complaint.verified",
			"complaint.assigned", "complaint.forwarded", "complaint.started", "complaint.answered", "complaint.noted",
			"complaint.asked", "complaint.continued", "complaint.replied", "complaint.resolved", "complaint.confirmed",
			"complaint.sent-back", "complaint.reopened", "complaint.rejected", "complaint.withdrawn",
			"complaint.merged", "complaint.split", "complaint.referred", "complaint.extended", "complaint.redacted",
			"complaint.published", "complaint.hidden", "complaint.closed", "complaint.rated", "complaint.anonymised",
			"complaint.sampled", "complaint.unmasking-asked", "complaint.unmasking-granted",
			"complaint.unmasking-denied", "complaint.unmasked", "complaint.originals-read", "quality.evidence-kept");

	private static final Set<String> CHECK_KINDS = Set.of("HTTP", "TLS", "TCP", "DNS");

	private static final Set<String> INCIDENT_STEPS = Set.of("ACKNOWLEDGE", "UPDATE", "RESOLVE", "CONFIRM", "DISMISS",
			"POST_MORTEM");

	private static final Set<String> SCORE_TERMS = Set.of("received", "transferred-in", "open", "overdue", "closed",
			"unconfirmed", "rejected", "merged", "referred", "transferred-out", "median", "in-time", "reopened",
			"solved", "rating");

	private static final Set<String> WRITTEN_STEPS = Set.of("ANSWER", "ASK", "RESOLVE", "SEND_BACK", "SAMPLE", "NOTE",
			"FORWARD", "EXTEND", "SPLIT", "REJECT", "REFER", "REDACT");

	private static final Set<String> CASE_STEPS = Stream
		.concat(WRITTEN_STEPS.stream(),
				Stream.of("VERIFY", "START", "ASSIGN", "GO_ON", "CONFIRM", "MERGE", "PUBLISH", "HIDE"))
		.collect(Collectors.toSet());

	/**
	 * The starts of keys that are put together while running, each with all ends it can
	 * take.
	 */
	static final Map<String, Set<String>> PUT_TOGETHER = Map.ofEntries(
			entry("web.status.",
					Set.of("up", "degraded", "down", "unknown", "maintenance", "unmonitored", "verified", "cited",
							"inferred", "obsolete")),
			entry("web.filters.", Set.of(DayRange.FROM, DayRange.TO)),
			// Spring looks for that of the field before the one of all fields
			entry("calendar.error.missing.", Set.of("nama", "inggris", "sumber")),
			entry("privacy.error.missing.", Set.of("judul", "data")),
			entry("apikey.error.missing.", Set.of("nama", "kontak", "keperluan")),
			entry("survey.error.missing.", Set.of("tindakan", "penanggung", "hasil")),
			entry("complaint-follow.error.missing.", Set.of("judul", "isi", "alasan")),
			entry("monitoring.error.missing.", Set.of("isi", "kantor")),
			entry("monitoring.error.number.", Set.of("lama", "selang", "gagal", "berhasil", "pelan", "port", "sisa")),
			entry("monitoring.error.date.", Set.of("tanggal", "sampai")),
			entry("monitoring.error.choose.", Set.of("cara", "metode", "rekaman", "ulang", "keadaan")),
			entry("web.error.",
					Stream.of("400", "403", "404", "405", "406", "413", "429", "500", "503")
						.flatMap((status) -> Stream.of("title", "text", "next").map((part) -> status + "." + part))
						.collect(Collectors.toSet())),
			entry("identity.password.",
					Arrays.stream(PasswordPolicy.Reason.values())
						.map((reason) -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
						.collect(Collectors.toSet())),
			entry("staff.role.", names(Role.values())), entry("staff.role.text.", names(Role.values())),
			entry("staff.reason.", names(Disclosures.Reason.values())),
			entry("staff.state.", Set.of("ACTIVE", "INVITED", "DEACTIVATED")), entry("audit.action.", AUDIT_ACTIONS),
			entry("audit.actor.", names(Actor.Kind.values())), entry("audit.role.", names(Role.values())),
			entry("audit.outcome.", names(AuditOutcome.values())),
			entry("audit.kind.",
					Set.of("account", "api-client", "burst", "check", "complaint", "data-breach", "data-request",
							"evidence", "follow-up", "happening", "holiday", "incident", "indicator", "instrument",
							"key", "maintenance", "message", "messages", "office-hours", "population", "remark",
							"service", "webhook")),
			entry("audit.detail.",
					Set.of("account", "agency", "action", "actor", "outcome", "subject", "answers", "as", "audience",
							"by", "category", "changed", "closing", "count", "day", "decision", "disclosure", "end",
							"entry", "events", "factor", "found", "from", "into", "item", "key", "kind", "last-day",
							"limit", "method", "minute", "minutes", "mode", "noticed", "officer", "outage", "overlap",
							"page", "part", "people", "per-minute", "period", "photo", "places", "platform", "purpose",
							"rating", "reason", "records", "recurrence", "rejection", "roles", "rows", "scopes",
							"season", "service", "solved", "start", "status", "supervisory", "taken", "target", "to",
							"unmasking", "until", "version", "weekday", "well-done")),
			entry("audit.value.",
					Set.of("DONE", "NONE", "REFUSED", "true", "false", "FORM", "ROLE", "DATA_REQUEST",
							"HANDLING_A_CASE", "LEGAL_DEMAND", "WEB", "ANDROID", "IOS")),
			entry("availability.state.", codes(ServiceState.values())),
			entry("dashboard.dimension.", codes(QualityDimension.values())),
			entry("dashboard.span.", Set.of("minggu", "bulan", "triwulan", "tahun", "bebas")),
			entry("dashboard.order.", Set.of("nama", "ukuran", "pendapat", "selisih")),
			entry("dashboard.heat.", Set.of("good", "middling", "weak", "none")),
			entry("survey.column.",
					Set.of("instrument", "version", "since", "part", "what", "n", "mean", "low", "high", "score", "top",
							"alpha", "whose", "code", "sum", "value", "grade")),
			entry("dashboard.column.",
					Set.of("subject", "from", "to", "dimension", "indicator", "perceived", "low", "high", "answers",
							"needed", "words", "measured", "coverage", "gap", "value", "score", "target", "weight",
							"numerator", "denominator", "days", "gaps", "day", "note")),
			entry("availability.headline.", Set.of("down", "degraded")),
			entry("availability.headline.unverified.", Set.of("down", "degraded")),
			entry("availability.note.", Set.of("UP", "DEGRADED", "DOWN", "MAINTENANCE", "UNKNOWN")),
			entry("availability.key.", Set.of("up", "degraded", "down", "maintenance", "unknown")),
			entry("availability.reason.", names(StateReason.values())),
			entry("availability.cause.", names(Cause.values())),
			entry("availability.report.column.",
					Set.of("service", "agency", "verified", "percent", "up", "degraded", "down", "maintenance",
							"unknown", "unmonitored", "outages", "longest")),
			entry("availability.unmonitored.", names(UnwatchedServices.Why.values())),
			entry("availability.service.unmonitored.", names(UnwatchedServices.Why.values())),
			entry("availability.outcome.", names(Outcome.values())),
			entry("availability.phase.", Set.of("dns", "connect", "tls", "first-byte")),
			entry("availability.window.", Set.of("1", "7", "30", "90", "365")),
			entry("availability.incident.status.", names(IncidentStatus.values())),
			entry("availability.incident.title.",
					Stream.concat(names(IncidentKind.values()).stream(), Stream.of("PAST_OUTAGE"))
						.collect(Collectors.toSet())),
			entry("availability.entry.", names(EntryKind.values())),
			entry("availability.attention.", Set.of("incidents", "certificates", "proposals")),
			entry("availability.entry.many.", Set.of("SERVICE_JOINED", "SERVICE_RECOVERED", "SERVICE_LEFT")),
			entry("monitoring.kind.", CHECK_KINDS), entry("monitoring.kind.hint.", CHECK_KINDS),
			entry("monitoring.kind.short.", CHECK_KINDS), entry("monitoring.mode.", names(CheckMode.values())),
			entry("monitoring.mode.hint.", names(CheckMode.values())),
			entry("monitoring.paused.", Set.of("ya", "tidak")),
			entry("monitoring.refused.", names(CheckRefused.Reason.values())),
			entry("monitoring.target.", names(InvalidTarget.Reason.values())),
			entry("monitoring.recurrence.", names(Recurrence.values())),
			entry("monitoring.incident.kind.", names(IncidentKind.values())), entry("monitoring.step.", INCIDENT_STEPS),
			entry("monitoring.step.text.", INCIDENT_STEPS), entry("monitoring.step.label.", INCIDENT_STEPS),
			entry("monitoring.step.done.", INCIDENT_STEPS), entry("web.visitor.", Set.of("guest", "citizen", "staff")),
			entry("portal.prose.", Set.of("about", "help", "accessibility", "privacy")),
			entry("privacy.data.verified-by.", names(VerifiedBy.values())),
			entry("privacy.data.language.", names(Language.values())),
			entry("privacy.data.purpose.", names(Consents.Purpose.values())),
			entry("privacy.data.role.", names(Role.values())),
			entry("privacy.data.reason.", names(Disclosures.Reason.values())),
			entry("privacy.data.what.", names(Disclosures.What.values())),
			entry("casework.data.state.", names(PublicState.values())),
			entry("casework.data.kind.", names(ComplaintKind.values())),
			entry("privacy.data.kind.", names(RequestKind.values())),
			entry("privacy.data.state.", names(RequestState.values())),
			entry("privacy.consent.text.", names(Consents.Purpose.values())),
			entry("privacy.kind.", names(RequestKind.values())),
			entry("privacy.kind.hint.",
					Arrays.stream(RequestKind.values())
						.filter(RequestKind::isFiledInWords)
						.map(Enum::name)
						.collect(Collectors.toSet())),
			entry("privacy.state.", names(RequestState.values())), entry("privacy.refusal.", names(Refusal.values())),
			entry("privacy.deed.", names(Deed.values())), entry("privacy.left.", Set.of("days", "hours")),
			entry("privacy.late.", Set.of("days", "hours")),
			entry("privacy.queue.view.", names(RequestFilter.View.values())),
			entry("privacy.breach.state.", names(BreachState.values())),
			entry("privacy.audience.", names(Recipient.values())),
			entry("privacy.done.",
					Set.of("CORRECTED", "UNCHANGED", "RESTRICTED", "RELEASED", "CONSENTED", "WITHDRAWN", "FILED",
							"MASKED", "ANSWERED", "LATE_ANSWER", "RECORDED", "AMENDED", "NOTIFIED", "CLOSED",
							"DISMISSED", "CANNOT")),
			entry("calendar.kind.", withHints(HolidayKind.values())),
			entry("calendar.certainty.", withHints(Certainty.values())),
			entry("calendar.season.", names(Season.values())),
			entry("calendar.weekday.", Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")),
			entry("complaint-desk.tab.",
					Arrays.stream(QueueTab.values()).map(QueueTab::key).collect(Collectors.toSet())),
			entry("complaint-desk.kind.", names(ComplaintKind.values())),
			entry("complaint-desk.status.", names(ComplaintStatus.values())),
			entry("complaint-desk.channel.", names(Channel.values())),
			entry("complaint-desk.closing.", names(Closing.values())),
			entry("complaint-desk.rejection.", names(Rejection.values())),
			entry("complaint-desk.referral.", names(Referral.values())),
			entry("complaint-desk.refused.", names(CaseRefused.Reason.values())),
			entry("complaint-desk.entry.", names(id.tangerangkota.layanan.complaint.casework.EntryKind.values())),
			entry("complaint-desk.visibility.", names(Visibility.values())),
			entry("complaint-desk.clock.", names(CaseFile.ClockName.values())),
			entry("complaint-desk.originals.reason.", Set.of("AUDIT", "DATA_REQUEST", "LEGAL_DEMAND")),
			entry("complaint-desk.unmask.reason.", Set.of("DATA_REQUEST", "HANDLING_A_CASE", "LEGAL_DEMAND")),
			entry("complaint-desk.purpose.", names(AnswerTemplates.Purpose.values())),
			entry("complaint-desk.placeholder.",
					Set.of("nomor", "tanggal-masuk", "batas", "instansi", "judul", "mulai", "selesai")),
			entry("complaint-desk.period.", Set.of("30-hari", "90-hari", "tahun-ini", "12-bulan", "5-tahun")),
			entry("complaint-desk.fact.",
					Set.of("affected", "kind", "category", "agency", "officer", "service", "received", "readers",
							"reporter", "decided-by", "barred", "rejection", "referred", "merged", "closing", "rating",
							"place")),
			entry("complaint-desk.column.",
					Set.of("ticket", "kind", "category", "agency", "status", "channel", "place", "service", "received",
							"due", "late", "verified", "started", "resolved", "closed", "closing", "rejection",
							"referred", "reopened", "supporters", "photos", "rating")),
			entry("complaint-desk.error.",
					Set.of("opd", "kategori", "petugas", "alasan", "tujuan", "nomor", "hasil", "guna", "text.nama")),
			entry("complaint-desk.step.", CASE_STEPS), entry("complaint-desk.step.text.", CASE_STEPS),
			entry("complaint-desk.done.", CASE_STEPS), entry("complaint-desk.step.send.", without(CASE_STEPS, "MERGE")),
			entry("complaint-desk.step.label.", WRITTEN_STEPS), entry("complaint-desk.step.readers.", WRITTEN_STEPS),
			entry("complaint-desk.step.photos.", Set.of("ANSWER", "RESOLVE", "NOTE")),
			entry("apikey.state.", names(ClientState.values())), entry("apikey.scope.", withHints(ApiScope.values())),
			entry("apikey.overlap.", Set.of("MONTH", "MONTH.hint", "WEEK", "WEEK.hint", "NONE", "NONE.hint")),
			entry("open311.kind.", names(ComplaintKind.values())),
			entry("open311.state.",
					Arrays.stream(PublicState.values()).map(PublicState::code).collect(Collectors.toSet())),
			entry("open311.attribute.",
					Stream.of("jenis", "judul", "layanan", "anonim", "rahasia")
						.flatMap((code) -> Stream.of(code, code + ".hint"))
						.collect(Collectors.toSet())),
			entry("inspection.item.", inspected()), entry("inspection.why.", inspected()),
			entry("inspection.mend.", inspected()), entry("inspection.outcome.", hyphened(SiteOutcome.values())),
			entry("inspection.outcome.text.", Set.of("unreadable", "untrusted", "turned-away", "unreachable")),
			entry("inspection.verdict.", hyphened(Verdict.values())),
			entry("inspection.promise.", Set.of("met", "missed")),
			entry("open311.error.", Set.of("400", "403", "404", "405", "413", "429", "500", "503")),
			entry("survey.instrument.", names(Instrument.values())),
			entry("survey.sheet.heading.", names(Instrument.values())),
			entry("survey.dimension.",
					Set.of("OVERALL", "EFFICIENCY", "AVAILABILITY", "FULFILLMENT", "PRIVACY", "RESPONSIVENESS",
							"COMPENSATION", "CONTACT", "SATISFACTION")),
			entry("survey.situation.", names(Situation.values())), entry("survey.stratum.", names(Stratum.values())),
			entry("survey.value.short.", Set.of("1", "2", "3", "4", "5")),
			entry("survey.value.skm.", Set.of("1", "2", "3", "4")),
			entry("survey.value.agree.", Set.of("1", "2", "3", "4", "5")),
			entry("survey.outage.", names(OutageMet.values())), entry("survey.band.", names(SkmBand.values())),
			entry("survey.period.", names(SkmPeriod.Part.values())),
			entry("survey.admin.state.", names(InstrumentVersion.State.values())),
			entry("survey.burst.kind.", names(BurstKind.values())), entry("quality.indicator.", indicators()),
			entry("quality.unit.", names(Unit.values())),
			entry("quality.dimension.",
					Arrays.stream(QualityDimension.values()).map(QualityDimension::code).collect(Collectors.toSet())),
			entry("passport-evidence.standing.", names(EvidenceArchive.Standing.values())),
			entry("passport-evidence.rule.", names(Rule.values())),
			entry("passport-evidence.figure.",
					Set.of("skm", "skm-responden", "skm-unsur", "skm-layanan", "skm-layanan-responden", "nyala",
							"gangguan", "laporan", "laporan-tepat-waktu", "kepuasan", "esqual", "tindak-lanjut",
							"skala")),
			entry("passport-evidence.dimension.", Set.of("terukur-", "cakupan-", "warga-", "selisih-")),
			entry("passport-evidence.document.follow-up.", Set.of("few", "some", "most", "all")),
			entry("passport-adoption.",
					Set.of("choose", "code", "sub-district", "sign-ins", "complaints", "people.column", "rate.column",
							"rate.complaints")),
			entry("passport-evidence.column.",
					Set.of("figure", "subject", "part", "rule", "value", "numerator", "denominator", "version", "from",
							"target", "weight", "score")),
			entry("passport-retirement.advice.", names(Candidate.Advice.values())),
			entry("passport-retirement.",
					Arrays.stream(Sign.Kind.values())
						.flatMap((kind) -> retirementEnds(kind).map((end) -> kind.name() + "." + end))
						.collect(Collectors.toSet())),
			entry("attachment.refused.", names(RefusedAttachment.Reason.values())),
			entry("complaint-filing.kind.", withHints(ComplaintKind.values())),
			entry("complaint-filing.concern.", withHints(Draft.About.values())),
			entry("complaint-filing.words.",
					names(ComplaintKind.values()).stream()
						.flatMap((kind) -> Stream.of(kind, kind + ".counter"))
						.collect(Collectors.toSet())),
			entry("complaint-filing.words.missing.", Set.of("judul", "isi")),
			entry("complaint-filing.words.subject.hint.", Set.of("COMPLAINT", "ASPIRATION", "INFORMATION", "URGENT")),
			entry("complaint-filing.words.text.hint.", names(ComplaintKind.values())),
			entry("complaint-filing.answer.",
					Set.of("kind", "concern", "category", "place", "place.region", "place.point", "subject", "text",
							"formal", "formal.yes", "photos", "photos.some", "photos.none", "person", "person.account",
							"person.email", "person.nobody", "person.unnamed", "secrecy", "anonymous.true",
							"anonymous.false", "anonymous.unnamed", "confidential.true", "confidential.false")),
			entry("catalog.kind.", names(ServiceKind.values())), entry("catalog.platform.", names(Platform.values())),
			entry("catalog.open.", names(Platform.values())), entry("catalog.life-event.", names(LifeEvent.values())),
			entry("catalog.audience.", names(Audience.values())),
			entry("catalog.agency-type.", names(AgencyType.values())),
			entry("catalog.verification.", names(Verification.values())),
			entry("catalog.verification.short.", names(Verification.values())),
			entry("catalog.confidence.", Set.of(Confidence.MEDIUM.name(), Confidence.LOW.name())),
			entry("catalog.standard.", names(StandardComponent.values())),
			entry("catalog.lifecycle.", Arrays.stream(Lifecycle.values())
				.flatMap((lifecycle) -> lifecycle.isObsolete()
						? Stream.of(lifecycle.name(), lifecycle.name() + ".title") : Stream.of(lifecycle.name()))
				.collect(Collectors.toSet())),
			entry("complaint-open.status.",
					Set.of("terbuka", "menunggu", "diproses", "selesai", "tidak-ditindaklanjuti", "digabung",
							"dialihkan")),
			entry("complaint-open.state.",
					Arrays.stream(PublicState.values()).map(PublicState::code).collect(Collectors.toSet())),
			entry("complaint-open.kind.", Stream
				.concat(names(ComplaintKind.values()).stream(), Stream.of("pengaduan", "aspirasi", "informasi"))
				.collect(Collectors.toSet())),
			entry("complaint-open.period.", Set.of("7-hari", "30-hari", "90-hari", "1-tahun")),
			entry("complaint-open.origin.", Set.of("portal", "semua")),
			entry("complaint-open.score.key.", Set.of("closed", "open", "overdue", "rest")),
			entry("complaint-open.score.term.", SCORE_TERMS), entry("complaint-open.score.meaning.", SCORE_TERMS),
			entry("complaint.entry.", complaintEntries()),
			entry("complaint-follow.star.", Set.of("1", "2", "3", "4", "5")),
			entry("complaint-follow.rate.", Set.of("ya", "tidak")),
			entry("complaint-follow.status.", names(ComplaintStatus.values())),
			entry("complaint-follow.due.", names(ComplaintStatus.values())),
			entry("complaint-follow.referred.", names(Referral.values())),
			entry("complaint-follow.rejected.", names(Rejection.values())),
			entry("notification.mail.", Stream
				.concat(Stream.of("greeting", "expires", "never", "automatic", "together", "survey", "unsubscribe"),
						Arrays.stream(AccountMessage.Kind.values())
							.flatMap((kind) -> Stream.of("subject", "text", "otherwise")
								.map((part) -> kind.name() + "." + part)))
				.collect(Collectors.toSet())),
			entry("notification.told.",
					Stream.of("OUTAGE_STARTED", "OUTAGE_ENDED_UP", "OUTAGE_ENDED_MAINTENANCE", "OUTAGE_ENDED_UNKNOWN",
							"SERVICE_BACK", "CERTIFICATE_ENDING", "OUTAGE_SUSPECTED", "OUTAGES_DOWN", "OUTAGES_UP",
							"OUTAGES_MAINTENANCE", "OUTAGES_UNKNOWN", "SUBSCRIPTION_ASKED", "SUBSCRIPTION_ASKED_ONCE",
							"WEBHOOK_TESTED", "WEBHOOK_DISABLED", "COMPLAINT_SUBMITTED", "COMPLAINT_ASSIGNED",
							"COMPLAINT_STARTED", "COMPLAINT_ANSWERED", "COMPLAINT_ASKED", "COMPLAINT_RESOLVED",
							"COMPLAINT_CLOSED_CONFIRMED_BY_CITIZEN", "COMPLAINT_CLOSED_CONFIRMED_BY_COORDINATOR",
							"COMPLAINT_CLOSED_UNCONFIRMED", "COMPLAINT_REJECTED", "COMPLAINT_MERGED", "COMPLAINT_SPLIT",
							"COMPLAINT_REFERRED", "COMPLAINT_OUTAGE_ENDED", "COMPLAINT_REOPENED", "COMPLAINT_EXTENDED",
							"COMPLAINT_REDACTED", "COMPLAINT_HIDDEN", "SUPPORTED_ENDED_COMPLAINT_RESOLVED",
							"SUPPORTED_ENDED_COMPLAINT_CLOSED", "SUPPORTED_ENDED_COMPLAINT_REJECTED",
							"SUPPORTED_ENDED_COMPLAINT_REFERRED", "CASE_ASSIGNED", "CASE_TAKEN", "CASE_REPLIED",
							"CASE_REOPENED", "CASES_DUE_OFFICER", "CASES_DUE_AGENCY", "CASES_DUE_AGENCY_HEAD",
							"CASES_DUE_COORDINATOR", "CASES_DUE_INSPECTOR")
						.flatMap((key) -> Stream.of(key + ".subject", key + ".text"))
						.collect(Collectors.toSet())),
			entry("notification.kind.", MessageFilter.kinds()), entry("notification.topic.", names(Topic.values())),
			entry("notification.inbox.", Set.of("count")), entry("complaint-desk.badge.", Set.of("count")),
			entry("notification.topic-text.", optionalTopics()), entry("notification.end-text.", optionalTopics()),
			entry("notification.channel.", names(id.tangerangkota.layanan.notification.Channel.values())),
			entry("notification.state.", names(MessageState.values())),
			entry("notification.view.", names(MessageFilter.View.values())),
			entry("notification.receiver.", names(RecipientKind.values())),
			entry("notification.trouble.", names(Trouble.values())),
			entry("notification.webhook.event.", Set.copyOf(WebhookDesk.EVENTS)),
			entry("notification.webhook.state.",
					Stream.concat(names(Webhook.Reason.values()).stream(), Stream.of("works", "failing"))
						.collect(Collectors.toSet())));

	private static final Pattern NAMED = Pattern.compile("#\\{([^$(}]+)[(}]|#messages\\.msg\\('([^']+)'");

	/**
	 * What is handed around in expressions and in code; with a full stop at the end it is
	 * a start.
	 */
	private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)['\"]");

	private MessageKeys() {
	}

	/** Of all that have a scale. */
	private static Set<String> indicators() {
		return Sources.read(Sources.RESOURCES.resolve("data/quality/scales.csv"))
			.lines()
			.skip(1)
			.map((line) -> line.substring(0, line.indexOf(',')))
			.flatMap((id) -> Stream.of("", ".meaning", ".numerator", ".denominator", ".source", ".why")
				.map((part) -> id + part))
			.collect(Collectors.toSet());
	}

	private static Stream<String> retirementEnds(Sign.Kind kind) {
		return switch (kind) {
			case DEAD -> Stream.of("yes", "lately", "no", "unknown");
			case NOT_REVIEWED -> Stream.of("yes", "never", "no");
			default -> Stream.of("yes", "no", "unknown");
		};
	}

	private static Set<String> complaintEntries() {
		Set<String> ends = new TreeSet<>();
		for (String kind : List.of("filed", "imported", "verified", "forwarded", "assigned", "started", "answered",
				"note", "asked", "continued", "replied", "resolved", "confirmed.citizen", "confirmed.inspector",
				"confirmed.staff", "sent-back", "closed", "reopened", "withdrawn", "merged", "absorbed", "released",
				"split", "split-from", "extended", "redacted", "published", "hidden", "rated", "anonymised", "sampled",
				"outage-ended", "outage-again")) {
			ends.add(kind);
		}
		names(Rejection.values())
			.forEach((name) -> ends.add("rejected." + name.toLowerCase(Locale.ROOT).replace('_', '-')));
		names(Referral.values())
			.forEach((name) -> ends.add("referred." + name.toLowerCase(Locale.ROOT).replace('_', '-')));
		return ends;
	}

	private static Set<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
	}

	private static Set<String> without(Set<String> all, String one) {
		return all.stream().filter((name) -> !name.equals(one)).collect(Collectors.toSet());
	}

	private static Set<String> optionalTopics() {
		return Arrays.stream(Topic.values()).filter(Topic::isOptional).map(Topic::name).collect(Collectors.toSet());
	}

	private static Set<String> withHints(Enum<?>[] values) {
		return names(values).stream().flatMap((name) -> Stream.of(name, name + ".hint")).collect(Collectors.toSet());
	}

	private static Set<String> codes(Enum<?>[] values) {
		return names(values).stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static Set<String> hyphened(Enum<?>[] values) {
		return codes(values).stream().map((code) -> code.replace('_', '-')).collect(Collectors.toSet());
	}

	/** The keys a template names in full. */
	static Set<String> named(Template template) {
		Set<String> keys = new TreeSet<>();
		Matcher matcher = NAMED.matcher(template.text());
		while (matcher.find()) {
			keys.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
		}
		return keys;
	}

	/** What stands in quotes and could be a key or the start of one. */
	static Set<String> quoted(String text) {
		Set<String> keys = new TreeSet<>();
		Matcher matcher = QUOTED.matcher(text);
		while (matcher.find()) {
			if (matcher.group(1).indexOf('.') > 0) {
				keys.add(matcher.group(1));
			}
		}
		return keys;
	}

	/** All keys somebody can ask for, and more. */
	static Set<String> used() {
		Set<String> used = new TreeSet<>();
		Template.all().forEach((template) -> {
			used.addAll(named(template));
			used.addAll(quoted(template.text()));
		});
		Sources.files(Sources.MAIN, ".java").forEach((file) -> used.addAll(quoted(Sources.read(file))));
		PUT_TOGETHER.forEach((start, ends) -> ends.forEach((end) -> used.add(start + end)));
		return used;
	}

	static Set<String> defined() {
		return Messages.all()
			.stream()
			.flatMap((messages) -> messages.indonesian().keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What the inspection of sites looks at, and what sites owe. */
	private static Set<String> inspected() {
		Set<String> items = new TreeSet<>(hyphened(InspectionItem.values()));
		try (Stream<String> lines = Files.lines(Path.of("src/main/resources/data/quality/promises.csv"))) {
			lines.skip(1).map((line) -> line.split(",", 2)[0]).forEach(items::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return items;
	}

}
