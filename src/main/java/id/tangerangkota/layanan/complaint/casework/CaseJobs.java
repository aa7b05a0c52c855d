package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.tangerangkota.layanan.calendar.WorkingCalendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseJobs {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final Duration PAUSE = Duration.ofMinutes(5);

	@Bean
	RecurringTask<Void> complaintDeadlines(Deadlines deadlines, ClockDecisions decisions) {
		return Tasks.recurring("complaint-deadlines", FixedDelay.of(PAUSE)).execute((instance, context) -> {
			deadlines.closeSilent();
			deadlines.goOn();
			decisions.decideWhatRanOut();
		});
	}

	/** Tried again soon after it failed: the next opening would be a day late. */
	@Bean
	RecurringTask<Void> complaintReminders(Reminders reminders, WorkingCalendar calendar) {
		return Tasks.recurring("complaint-reminders", new OpeningTimes(calendar))
			.onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
			.execute((instance, context) -> reminders.remind());
	}

	@Bean
	RecurringTask<Void> complaintRecount(Recount recount) {
		return Tasks.recurring("complaint-recount", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> recount.run());
	}

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> complaintPurge(CasePurge purge) {
		return Tasks.recurring("complaint-purge", Schedules.daily(ZONE, LocalTime.of(1, 45)))
			.execute((instance, context) -> purge.run());
	}

}
