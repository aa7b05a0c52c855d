package id.tangerangkota.layanan.availability.check;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CheckSettings.class, DefaultCheckSettings.class })
class CheckConfiguration {

	/**
	 * Where checks are off as well: that another portal died while it checked shows only
	 * once its time has run out.
	 */
	@Bean
	RecurringTask<Void> availabilitySwitch(CheckChanges changes, CheckSettings settings) {
		return Tasks.recurring("availability-switch", FixedDelay.of(settings.lease()))
			.execute((instance, context) -> changes.followSwitch());
	}

}
