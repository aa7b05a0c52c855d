package id.tangerangkota.layanan.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	KeptDays keptDays(CalendarReader reader) {
		return new KeptDays(reader, System::nanoTime);
	}

	@Bean
	WorkingCalendar workingCalendar(KeptDays days) {
		return new WorkingCalendar(days);
	}

}
