package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/** When what time does is done. */
class CaseJobsTests {

	/** The database may be gone for a moment just when offices open. */
	@Test
	@SuppressWarnings("unchecked")
	void remindsTheSameDayWhenItFailedOnce() {
		ExecutionOperations<Void> operations = mock(ExecutionOperations.class);
		Instant now = Instant.now();
		new CaseJobs().complaintReminders(mock(Reminders.class), mock(WorkingCalendar.class))
			.getFailureHandler()
			.onFailure(ExecutionComplete.failure(mock(Execution.class), now, now, new IllegalStateException()),
					operations);
		ArgumentCaptor<Instant> next = ArgumentCaptor.forClass(Instant.class);
		then(operations).should().reschedule(any(ExecutionComplete.class), next.capture());
		assertThat(next.getValue()).isBetween(now, now.plus(Duration.ofMinutes(10)));
	}

}
