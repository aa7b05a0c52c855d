package id.tangerangkota.layanan.notification.complaint;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintContacts.Concerned;
import id.tangerangkota.layanan.complaint.ComplaintContacts.Contact;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Story;
import id.tangerangkota.layanan.notification.Telling;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Complaints on their way. Messages hold the number and what happened, never what was
 * written: mails are read by others too.
 */
@Component
class ComplaintStory implements Story {

	private static final Set<HappeningKind> OF_STAFF = EnumSet.of(HappeningKind.CASE_ASSIGNED, HappeningKind.CASE_TAKEN,
			HappeningKind.CASE_REPLIED, HappeningKind.CASE_REOPENED);

	private static final Set<HappeningKind> OVER = EnumSet.of(HappeningKind.COMPLAINT_CLOSED,
			HappeningKind.COMPLAINT_REJECTED);

	private static final Set<HappeningKind> KINDS = EnumSet.range(HappeningKind.COMPLAINT_SUBMITTED,
			HappeningKind.CASES_DUE);

	private final ComplaintContacts contacts;

	private final SurveyInvitations surveys;

	private final CaseStaff staff;

	private final AgencyNames agencies;

	private final PageClock pageClock;

	ComplaintStory(ComplaintContacts contacts, SurveyInvitations surveys, CaseStaff staff, AgencyNames agencies,
			PageClock pageClock) {
		this.surveys = surveys;
		this.contacts = contacts;
		this.staff = staff;
		this.agencies = agencies;
		this.pageClock = pageClock;
	}

	@Override
	public Set<HappeningKind> kinds() {
		return KINDS;
	}

	@Override
	public Collection<Addressee> audience(Happening happening) {
		if (happening.kind() == HappeningKind.CASES_DUE) {
			return staff(toRemind(happening));
		}
		Optional<Concerned> concerned = this.contacts.of(new ComplaintId(happening.subject()));
		if (concerned.isEmpty()) {
			return List.of();
		}
		if (OF_STAFF.contains(happening.kind())) {
			return staff(toWork(happening, concerned.get()));
		}
		return (happening.kind() == HappeningKind.SUPPORTED_ENDED) ? supporters(concerned.get())
				: reporter(happening, concerned.get());
	}

	private static List<Addressee> reporter(Happening happening, Concerned concerned) {
		return concerned.reporter().stream().filter((contact) -> !contact.supporter()).map((contact) -> {
			Addressee addressee = (contact.account() != null) ? Addressee.account(contact.account(), Topic.COMPLAINT)
					: new Addressee(RecipientKind.REPORTER, happening.subject(), Topic.COMPLAINT);
			return (OVER.contains(happening.kind()) && concerned.toJudge()) ? addressee.toAsk() : addressee;
		}).toList();
	}

	/**
	 * Who supports a complaint waits for its end, not for each step, and what is asked
	 * and answered is for its reporter alone; who did both is told as its reporter.
	 */
	private static List<Addressee> supporters(Concerned concerned) {
		Set<AccountId> reporters = accounts(concerned, false);
		return accounts(concerned, true).stream()
			.filter((account) -> !reporters.contains(account))
			.map((account) -> Addressee.account(account, Topic.SUPPORTED))
			.toList();
	}

	private static Set<AccountId> accounts(Concerned concerned, boolean supporters) {
		return concerned.reporter()
			.stream()
			.filter((contact) -> contact.supporter() == supporters)
			.flatMap((contact) -> Stream.ofNullable(contact.account()))
			.collect(Collectors.toSet());
	}

	@Override
	public Optional<String> survey(Happening happening, RecipientKind kind, UUID recipient) {
		if (!OVER.contains(happening.kind())) {
			return Optional.empty();
		}
		ComplaintId complaint = new ComplaintId(happening.subject());
		return this.contacts.of(complaint)
			.filter(Concerned::toJudge)
			.filter((concerned) -> concerned.reporter()
				.stream()
				.anyMatch((contact) -> !contact.supporter() && is(contact, kind, recipient)))
			.map((concerned) -> this.surveys.afterComplaint(complaint, concerned.reopened(), concerned.service(),
					Objects.requireNonNullElse(concerned.agency(), ComplaintDesk.COORDINATORS)));
	}

	private static boolean is(Contact contact, RecipientKind kind, UUID recipient) {
		AccountId account = contact.account();
		return (account != null) ? kind == RecipientKind.ACCOUNT && account.value().equals(recipient)
				: kind == RecipientKind.REPORTER;
	}

	private List<AccountId> toWork(Happening happening, Concerned concerned) {
		return (happening.kind() == HappeningKind.CASE_TAKEN) ? List.of(AccountId.parse(happening.detail("officer")))
				: this.staff.onCase(concerned);
	}

	private List<AccountId> toRemind(Happening happening) {
		@Nullable String code = happening.details().get("agency");
		Audience audience = Audience.valueOf(happening.detail("audience"));
		@Nullable AgencyId agency = (code != null) ? new AgencyId(code) : null;
		return switch (audience) {
			case OFFICER -> List.of(AccountId.parse(happening.detail("officer")));
			case AGENCY -> this.staff.at(agency);
			default -> this.staff.of(audience, agency);
		};
	}

	private static List<Addressee> staff(List<AccountId> accounts) {
		return accounts.stream().map((account) -> Addressee.account(account, Topic.STAFF_CASE)).toList();
	}

	@Override
	public Map<UUID, Telling> tell(Collection<Happening> happenings, Language language) {
		Map<ComplaintId, TicketNumber> tickets = this.contacts
			.tickets(happenings.stream().flatMap(ComplaintStory::named).toList());
		Map<UUID, Telling> tellings = new HashMap<>();
		happenings.forEach((happening) -> tellings.put(happening.id(), tell(happening, tickets, language)));
		return tellings;
	}

	/** The complaints a message names. */
	private static Stream<ComplaintId> named(Happening happening) {
		Stream<ComplaintId> own = Stream.of(new ComplaintId(happening.subject()));
		return (happening.kind() == HappeningKind.COMPLAINT_SPLIT) ? Stream.concat(own, Stream.of(whole(happening)))
				: own;
	}

	/** What it was split off from. */
	private static ComplaintId whole(Happening happening) {
		return new ComplaintId(UUID.fromString(happening.detail("from")));
	}

	private static String number(Map<ComplaintId, TicketNumber> tickets, ComplaintId complaint) {
		@Nullable TicketNumber ticket = tickets.get(complaint);
		return (ticket != null) ? ticket.toString() : "";
	}

	private Telling tell(Happening happening, Map<ComplaintId, TicketNumber> tickets, Language language) {
		String key = happening.kind().name();
		if (happening.kind() == HappeningKind.CASES_DUE) {
			return new Telling(key + "_" + happening.detail("audience"),
					List.of(number(happening, "halfway"), number(happening, "near"), number(happening, "overdue")),
					"/petugas/pengaduan");
		}
		String number = number(tickets, new ComplaintId(happening.subject()));
		if (OF_STAFF.contains(happening.kind())) {
			return new Telling(key, List.of(number), "/petugas/pengaduan/" + number);
		}
		if (happening.kind() == HappeningKind.SUPPORTED_ENDED) {
			return new Telling(key + "_" + happening.detail("end"), List.of(number), "/pengaduan/" + number);
		}
		String href = "/pengaduan/saya/" + number;
		return switch (happening.kind()) {
			case COMPLAINT_ASSIGNED -> new Telling(key,
					List.of(number, this.agencies.name(new AgencyId(happening.detail("agency")), language)), href);
			case COMPLAINT_ASKED ->
				new Telling(key, List.of(number, this.pageClock.format(happening.instant("until"), language)), href);
			case COMPLAINT_SPLIT -> new Telling(key, List.of(number, number(tickets, whole(happening))), href);
			case COMPLAINT_CLOSED -> new Telling(key + "_" + happening.detail("closing"), List.of(number), href);
			case COMPLAINT_OUTAGE_ENDED -> new Telling(key,
					List.of(number, this.pageClock.format(happening.instant("start"), language),
							this.pageClock.brief(happening.instant("end"), happening.instant("start"), language)),
					href);
			default -> new Telling(key, List.of(number), href);
		};
	}

	private static Integer number(Happening happening, String detail) {
		return Integer.valueOf(happening.detail(detail));
	}

}
