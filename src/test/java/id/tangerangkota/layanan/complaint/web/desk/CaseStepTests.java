package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.EntryKind;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaseStepTests {

	private static final AgencyId ROADS = new AgencyId("dpupr");

	private static final Instant TIME = Instant.parse("2026-07-01T03:00:00Z");

	private static final Actor OFFICER = staff(ROADS, Role.OFFICER);

	private static final Actor COORDINATOR = staff(null, Role.COORDINATOR);

	private static final Actor INSPECTOR = staff(null, Role.INSPECTOR);

	private static Actor staff(@Nullable AgencyId agency, Role... roles) {
		return Actor.staff(AccountId.random(), Set.of(roles), agency);
	}

	/** A case of the office of roads; what is not said is as with most. */
	private record Case(ComplaintStatus status, boolean supervisory, @Nullable Actor officer, @Nullable Actor resolver,
			List<AccountId> barred, @Nullable Closing closing, @Nullable Instant sampled, List<EntryKind> steps) {

		static Case in(ComplaintStatus status, EntryKind... steps) {
			return new Case(status, false, null, null, List.of(), null, null, List.of(steps));
		}

		Case supervised() {
			return new Case(this.status, true, this.officer, this.resolver, this.barred, this.closing, this.sampled,
					this.steps);
		}

		Case of(Actor officer) {
			return new Case(this.status, this.supervisory, officer, this.resolver, this.barred, this.closing,
					this.sampled, this.steps);
		}

		Case by(Actor resolver) {
			return new Case(this.status, this.supervisory, this.officer, resolver, this.barred, this.closing,
					this.sampled, this.steps);
		}

		Case without(Actor barred) {
			return new Case(this.status, this.supervisory, this.officer, this.resolver,
					List.of(barred.requireAccount()), this.closing, this.sampled, this.steps);
		}

		Case closed(Closing closing, @Nullable Instant sampled) {
			return new Case(this.status, this.supervisory, this.officer, this.resolver, this.barred, closing, sampled,
					this.steps);
		}

		@Nullable CaseStep next(Actor actor) {
			Desk desk = Desk.of(actor);
			Optional<CaseStep> next = CaseStep.next(desk, file());
			assertThat(CaseStep.of(desk, file())).as("what comes next is offered").containsAll(next.stream().toList());
			return next.orElse(null);
		}

		private CaseFile file() {
			CaseLine line = new CaseLine(new ComplaintId(new UUID(0, 1)), 1, new TicketNumber(2026, 1),
					ComplaintKind.COMPLAINT, this.status, "jalan-rusak", null, null, "Lubang", false, false,
					this.supervisory, ROADS, account(this.officer), TIME, null, null, 0, 0, 0, false);
			return new CaseFile(line, "Lubang besar.", null, Channel.WEB, false, false, false, TIME, List.of(), null,
					null, null, account(this.resolver), this.barred, this.closing, null, this.sampled, null, null, null,
					null, null, null, null, List.of(),
					Stream.iterate(0, (place) -> place < this.steps.size(), (place) -> place + 1)
						.map((place) -> step(place, this.steps.get(place)))
						.toList(),
					List.of(), List.of());
		}

		private static @Nullable AccountId account(@Nullable Actor actor) {
			return (actor != null) ? actor.requireAccount() : null;
		}

		private static CaseFile.Step step(int place, EntryKind kind) {
			return new CaseFile.Step(EntryId.random(), place, TIME, kind.name(), Visibility.PUBLIC, null, null, null,
					null, null, List.of());
		}

	}

	@Test
	void leadsFromTheFirstLookToTheLast() {
		assertThat(Case.in(ComplaintStatus.SUBMITTED).next(COORDINATOR)).isEqualTo(CaseStep.VERIFY);
		assertThat(Case.in(ComplaintStatus.ASSIGNED).next(OFFICER)).isEqualTo(CaseStep.START);
		Case started = Case.in(ComplaintStatus.IN_PROGRESS, EntryKind.FILED, EntryKind.STARTED).of(OFFICER);
		assertThat(started.next(OFFICER)).isEqualTo(CaseStep.ANSWER);
		Case answered = Case
			.in(ComplaintStatus.IN_PROGRESS, EntryKind.FILED, EntryKind.STARTED, EntryKind.ANSWERED, EntryKind.NOTE)
			.of(OFFICER);
		assertThat(answered.next(OFFICER)).isEqualTo(CaseStep.RESOLVE);
		assertThat(Case.in(ComplaintStatus.RESOLVED).by(OFFICER).next(COORDINATOR)).isEqualTo(CaseStep.CONFIRM);
		assertThat(Case.in(ComplaintStatus.CLOSED).closed(Closing.UNCONFIRMED, null).next(COORDINATOR))
			.isEqualTo(CaseStep.SAMPLE);
	}

	/** What is said by nobody is not due. */
	@ParameterizedTest
	@CsvSource({ "ANSWERED, REPLIED, ANSWER", "ASKED, REPLIED, ANSWER", "ASKED, CONTINUED, RESOLVE",
			"ANSWERED, REOPENED, ANSWER", "REPLIED, ANSWERED, RESOLVE", "ANSWERED, SENT_BACK, RESOLVE" })
	void asksForAnAnswerWhileTheCitizenHasTheLastWord(EntryKind first, EntryKind second, CaseStep next) {
		assertThat(Case.in(ComplaintStatus.IN_PROGRESS, EntryKind.FILED, first, second).next(OFFICER)).isEqualTo(next);
	}

	@Test
	void hasAHeadGiveAwayWhatNobodyHas() {
		Actor head = staff(ROADS, Role.AGENCY_HEAD);
		assertThat(Case.in(ComplaintStatus.ASSIGNED).next(head)).isEqualTo(CaseStep.ASSIGN);
		assertThat(Case.in(ComplaintStatus.ASSIGNED).of(head).next(head)).isEqualTo(CaseStep.START);
	}

	@ParameterizedTest
	@EnumSource(names = { "ASSIGNED", "IN_PROGRESS" })
	void leavesACaseToWhoseItIs(ComplaintStatus status) {
		Case other = Case.in(status, EntryKind.ANSWERED).of(OFFICER);
		for (Actor actor : List.of(staff(ROADS, Role.OFFICER), staff(ROADS, Role.AGENCY_HEAD), COORDINATOR,
				staff(new AgencyId("dishub"), Role.OFFICER))) {
			assertThat(other.next(actor)).as(actor.roles().toString()).isNull();
		}
		assertThat(other.next(OFFICER)).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(ComplaintStatus.class)
	void hasNothingForWhoseTurnItIsNot(ComplaintStatus status) {
		Case found = Case.in(status).closed(Closing.UNCONFIRMED, null);
		for (Role role : Role.values()) {
			boolean officer = Set.of(Role.OFFICER, Role.AGENCY_HEAD).contains(role);
			boolean turn = switch (status) {
				case ASSIGNED, IN_PROGRESS -> officer;
				case SUBMITTED, RESOLVED, CLOSED -> role == Role.COORDINATOR;
				case WAITING_FOR_CITIZEN, REJECTED, MERGED, REFERRED -> false;
			};
			assertThat(found.next(staff(officer ? ROADS : null, role)) != null).as(role.name()).isEqualTo(turn);
		}
	}

	@Test
	void leavesTheConductOfOfficialsToInspectors() {
		for (ComplaintStatus status : Arrays.asList(ComplaintStatus.SUBMITTED, ComplaintStatus.ASSIGNED,
				ComplaintStatus.IN_PROGRESS, ComplaintStatus.RESOLVED)) {
			Case found = Case.in(status).supervised();
			assertThat(found.next(INSPECTOR)).as(status.name()).isNotNull();
			assertThat(found.next(COORDINATOR)).as(status.name()).isNull();
			assertThat(found.next(OFFICER)).as(status.name()).isNull();
		}
	}

	@Test
	void hasNobodyJudgeTheirOwnWork() {
		Actor both = staff(ROADS, Role.OFFICER, Role.COORDINATOR);
		assertThat(Case.in(ComplaintStatus.RESOLVED).by(both).next(both)).isNull();
		assertThat(Case.in(ComplaintStatus.RESOLVED).without(both).next(both)).isNull();
		assertThat(Case.in(ComplaintStatus.IN_PROGRESS, EntryKind.ANSWERED).without(both).next(both)).isNull();
	}

	@Test
	void looksAtASampleOnce() {
		assertThat(Case.in(ComplaintStatus.CLOSED).closed(Closing.UNCONFIRMED, TIME).next(COORDINATOR)).isNull();
		assertThat(Case.in(ComplaintStatus.CLOSED).closed(Closing.CONFIRMED_BY_COORDINATOR, null).next(COORDINATOR))
			.isNull();
	}

}
