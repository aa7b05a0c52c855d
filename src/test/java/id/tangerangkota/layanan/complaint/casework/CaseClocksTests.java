package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of the three clocks counts. */
class CaseClocksTests {

	private static final Instant RECEIVED = Instant.parse("2026-07-01T03:00:00Z");

	private static CaseClock clock(int day) {
		Instant due = Instant.parse("2026-07-%02dT09:00:00Z".formatted(day));
		return CaseClock.of(new Deadline(RECEIVED, day, 0, LocalDate.ofInstant(due, ZoneId.of("Asia/Jakarta")), due));
	}

	private static CaseClocks clocks(int verification, int start, int solution) {
		return new CaseClocks(clock(verification), clock(start), clock(solution));
	}

	private static @Nullable Integer next(CaseClocks clocks, ComplaintStatus status, String since) {
		Deadline next = clocks.next(status, Instant.parse(since));
		return (next != null) ? next.workingDays() : null;
	}

	@Test
	void takesTheNextStepUnlessTheSolutionIsDueBefore() {
		String now = "2026-07-01T03:00:00Z";
		assertThat(next(clocks(6, 8, 21), ComplaintStatus.SUBMITTED, now)).isEqualTo(6);
		assertThat(next(clocks(6, 8, 21), ComplaintStatus.ASSIGNED, now)).isEqualTo(8);
		assertThat(next(clocks(6, 8, 21), ComplaintStatus.IN_PROGRESS, now)).isEqualTo(21);
		assertThat(next(clocks(6, 8, 3), ComplaintStatus.SUBMITTED, now)).isEqualTo(3);
		assertThat(next(clocks(6, 8, 3), ComplaintStatus.ASSIGNED, now)).isEqualTo(3);
	}

	@Test
	void goesOnToTheSolutionOnceTheAgencyBegan() {
		CaseClocks clocks = clocks(6, 8, 21);
		assertThat(clocks.started(RECEIVED)).isTrue();
		assertThat(clocks.started(RECEIVED.plusSeconds(60))).as("the first time counts").isFalse();
		assertThat(clocks.start().metAt()).isEqualTo(RECEIVED);
		assertThat(next(clocks, ComplaintStatus.ASSIGNED, "2026-07-02T03:00:00Z")).isEqualTo(21);
	}

	@Test
	void standsStillWhileTheCitizenIsWaitedForUnlessItWasLateBefore() {
		assertThat(next(clocks(6, 8, 21), ComplaintStatus.WAITING_FOR_CITIZEN, "2026-07-02T03:00:00Z")).isNull();
		assertThat(next(clocks(6, 8, 21), ComplaintStatus.WAITING_FOR_CITIZEN, "2026-07-07T03:00:00Z")).isEqualTo(6);
		CaseClocks begun = clocks(6, 8, 21);
		begun.started(RECEIVED);
		assertThat(next(begun, ComplaintStatus.WAITING_FOR_CITIZEN, "2026-07-20T03:00:00Z")).isEqualTo(6);
	}

	@ParameterizedTest
	@EnumSource(names = { "RESOLVED", "CLOSED", "REJECTED", "MERGED", "REFERRED" })
	void hasNoneOnceItIsOver(ComplaintStatus status) {
		assertThat(next(clocks(6, 8, 21), status, "2026-07-28T03:00:00Z")).isNull();
	}

}
