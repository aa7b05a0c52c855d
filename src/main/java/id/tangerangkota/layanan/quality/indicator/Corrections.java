package id.tangerangkota.layanan.quality.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.calendar.HolidaysChanged;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.FigureCorrected;
import id.tangerangkota.layanan.complaint.VerdictMoved;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what changes days that were counted already: an outage that is dated back, a
 * solution that was none, a clock that is decided late, a new holiday. Such days are
 * counted again in the next night. What concerns today alone costs nothing.
 */
@Component
@Transactional
class Corrections {

	private static final List<String> OF_OUTAGES = List.of("uptime", "outages", "outage-length", "peak-downtime");

	private static final List<String> OF_SOLUTIONS = List.of(CaseIndicators.id(Figure.REOPENED),
			CaseIndicators.id(Figure.PROMISED));

	private static final List<String> OF_VERDICTS = List.of(CaseIndicators.id(Figure.SOLVED));

	private static final List<String> OF_HOLIDAYS = List.of("peak-downtime");

	/** Older days are history. */
	private static final int MOST_DAYS = 366;

	private final FactStore facts;

	private final CaseFigures cases;

	private final Clock clock;

	Corrections(FactStore facts, CaseFigures cases, Clock clock) {
		this.facts = facts;
		this.cases = cases;
		this.clock = clock;
	}

	@EventListener
	void on(OutageStarted event) {
		stale(OF_OUTAGES, PageClock.day(event.start()), today());
	}

	@EventListener
	void on(OutageEnded event) {
		stale(OF_OUTAGES, PageClock.day(event.start()), today());
	}

	@EventListener
	void on(ComplaintReopened event) {
		this.cases.received(event.complaint()).ifPresent((day) -> stale(OF_SOLUTIONS, day, today()));
	}

	@EventListener
	void on(FigureCorrected event) {
		stale(List.of(CaseIndicators.id(event.figure())), event.day(), event.day());
	}

	@EventListener
	void on(VerdictMoved event) {
		stale(OF_VERDICTS, event.from(), event.from());
	}

	@EventListener
	void on(HolidaysChanged event) {
		stale(OF_HOLIDAYS, event.first(), event.last());
	}

	private void stale(List<String> indicators, LocalDate from, LocalDate to) {
		LocalDate yesterday = today().minusDays(1);
		LocalDate earliest = yesterday.minusDays(MOST_DAYS - 1L);
		LocalDate first = from.isBefore(earliest) ? earliest : from;
		LocalDate last = to.isAfter(yesterday) ? yesterday : to;
		if (!first.isAfter(last)) {
			indicators.forEach((indicator) -> this.facts.markStaleIfCounted(indicator, first, last));
		}
	}

	private LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

}
