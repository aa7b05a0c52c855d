package id.tangerangkota.layanan.survey.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears of outages, which are dated back, and has the days made anew that have answers
 * from then on: their moments, and those of a week later who met the outage.
 */
@Component
class StateWatch {

	private final JdbcClient jdbc;

	StateWatch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(OutageStarted event) {
		touch(event.service(), event.start());
	}

	@EventListener
	@Transactional
	void on(OutageEnded event) {
		touch(event.service(), event.start());
	}

	private void touch(ServiceId service, Instant start) {
		this.jdbc.sql("""
				insert into survey.touched (service_id, day)
				select distinct service_id, day from survey.answer where service_id = ? and at >= ?""")
			.param(service.value())
			.param(start.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** States also change without an outage; a day gets settled within three. */
	void touchLatest(LocalDate today) {
		this.jdbc.sql(
				"insert into survey.touched (service_id, day) select distinct service_id, day from survey.answer where day >= ?")
			.param(today.minusDays(3))
			.update();
	}

	static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, AvailabilityReport.ZONE);
	}

}
