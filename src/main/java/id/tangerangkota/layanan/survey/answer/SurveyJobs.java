package id.tangerangkota.layanan.survey.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.tangerangkota.layanan.availability.AvailabilityReport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SurveyJobs {

	private static final Duration TRACES_KEPT = Duration.ofDays(7);

	private static final Period REMARKS_KEPT = Period.ofYears(2);

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> surveyPurge(InvitationRows invitations, JdbcClient jdbc, Clock clock) {
		return Tasks.recurring("survey-purge", Schedules.daily(AvailabilityReport.ZONE, LocalTime.of(1, 50)))
			.execute((instance, context) -> {
				LocalDate today = LocalDate.ofInstant(clock.instant(), AvailabilityReport.ZONE);
				jdbc.sql("delete from survey.once where forget_on <= ?").param(today).update();
				jdbc.sql("delete from survey.trace where at < ?")
					.param(clock.instant().minus(TRACES_KEPT).atOffset(ZoneOffset.UTC))
					.update();
				jdbc.sql("delete from survey.remark where at < ?")
					.param(today.minus(REMARKS_KEPT).atStartOfDay(AvailabilityReport.ZONE).toOffsetDateTime())
					.update();
				invitations.purge(clock.instant());
			});
	}

}
