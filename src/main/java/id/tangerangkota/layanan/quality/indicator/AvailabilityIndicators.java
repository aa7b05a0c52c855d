package id.tangerangkota.layanan.quality.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether services work when they are wanted. */
@Configuration(proxyBeanMethods = false)
class AvailabilityIndicators {

	/** When most people want something from an office. */
	private static final LocalTime PEAK_STARTS = LocalTime.of(8, 0);

	private static final LocalTime PEAK_ENDS = LocalTime.of(16, 0);

	/** Outages are told for each service and 30 days of time that counts. */
	private static final Duration MONTH = Duration.ofDays(30);

	/** From a minute to a week, in seconds. */
	private static final List<Long> LENGTHS = List.of(60L, 120L, 300L, 600L, 900L, 1200L, 1800L, 2700L, 3600L, 5400L,
			7200L, 10800L, 14400L, 21600L, 28800L, 43200L, 64800L, 86400L, 172800L, 259200L, 604800L);

	private static final long SECONDS_A_MINUTE = 60;

	private static final Reading MEDIAN_MINUTES = new Reading.Percentile(Reading.Part.HALF, LENGTHS, SECONDS_A_MINUTE);

	/**
	 * Seconds in which a service could be opened, of those that count: maintenance and
	 * what nobody knows is left out.
	 */
	@Bean
	Indicator uptimeIndicator(WatchedDays watched, Owners owners) {
		return lasting("uptime", Unit.SHARE, Reading.SHARE, owners, (day) -> Sums.of(watched.uptimes(day),
				(time) -> Sum.of(time.up().plus(time.degraded()).toSeconds(), time.counted().toSeconds())));
	}

	/** Outages that began, of seconds that count. */
	@Bean
	Indicator outagesIndicator(WatchedDays watched, Owners owners) {
		return lasting("outages", Unit.COUNT, new Reading.Rate(MONTH.toSeconds()), owners, (day) -> {
			Instant from = PageClock.start(day);
			Instant to = PageClock.start(day.plusDays(1));
			Map<ServiceId, List<Outage>> outages = watched.outages(day, from, to);
			Map<ServiceId, Sum> sums = new HashMap<>();
			watched.uptimes(day)
				.forEach((service, time) -> sums.put(service,
						Sum.of(outages.getOrDefault(service, List.of())
							.stream()
							.filter((outage) -> !outage.start().isBefore(from))
							.count(), time.counted().toSeconds())));
			return sums;
		});
	}

	/** How long outages lasted that ended: one that goes on has no length yet. */
	@Bean
	Indicator outageLengthIndicator(WatchedDays watched, Owners owners) {
		return of("outage-length", Unit.MINUTES, MEDIAN_MINUTES, owners, (day) -> {
			Instant from = PageClock.start(day);
			Instant to = PageClock.start(day.plusDays(1));
			return watched.happened(day,
					Sums.of(watched.outages(day, from, to),
							(outages) -> Sums.times(outages.stream()
								.filter((outage) -> outage.end() != null && !outage.end().isAfter(to))
								.map((outage) -> Duration.between(outage.start(), outage.end()))
								.toList(), LENGTHS)));
		});
	}

	/** How long outages waited for somebody to take them on. */
	@Bean
	Indicator acknowledgementIndicator(AvailabilityFigures figures, WatchedDays watched, Owners owners) {
		return of("acknowledgement", Unit.MINUTES, MEDIAN_MINUTES, owners,
				(day) -> watched.happened(day, Sums.of(figures.waited(day), (times) -> Sums.times(times, LENGTHS))));
	}

	/** Seconds of working days from 8 to 16 in which a service was down. */
	@Bean
	Indicator peakDowntimeIndicator(WatchedDays watched, WorkingCalendar calendar, Owners owners) {
		return lasting("peak-downtime", Unit.SHARE, Reading.SHARE, owners,
				(day) -> Sums.of(watched.uptimes(day, at(day, PEAK_STARTS), at(day, PEAK_ENDS)),
						(time) -> Sum.of(time.down().toSeconds(), time.counted().toSeconds())))
			.dueOn(calendar::isWorkingDay);
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(DailyCount.ZONE).toInstant();
	}

	/** Services with a warning at the end of the day, of those that are watched. */
	@Bean
	Indicator certificateWarningsIndicator(AvailabilityFigures figures, WatchedDays watched, Owners owners) {
		return lasting("certificate-warnings", Unit.SHARE, Reading.SHARE, owners, (day) -> {
			Set<ServiceId> warned = figures.warnedOfCertificates(day);
			Map<ServiceId, Uptime> all = watched.uptimes(day);
			Map<ServiceId, Sum> sums = new HashMap<>();
			all.keySet().forEach((service) -> sums.put(service, Sum.of(warned.contains(service) ? 1 : 0, 1)));
			return sums;
		});
	}

	/** Of time or a state. */
	private static Measure lasting(String id, Unit unit, Reading reading, Owners owners, ServiceSums counting) {
		return of(id, unit, reading, owners, counting).everyDay();
	}

	private static Measure of(String id, Unit unit, Reading reading, Owners owners, ServiceSums counting) {
		return new Measure(id, QualityDimension.AVAILABILITY, unit, reading,
				(day) -> owners.facts(day, counting.on(day)))
			.atAddresses();
	}

	/** What is counted of each service on a day. */
	@FunctionalInterface
	private interface ServiceSums {

		Map<ServiceId, Sum> on(LocalDate day);

	}

}
