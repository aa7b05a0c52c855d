package id.tangerangkota.layanan.quality.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.ScorecardComputed;
import id.tangerangkota.layanan.web.PageChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts every indicator for every day that is over, once, and again when what it is made
 * of was corrected. A day that fails is left for the next run and holds back neither
 * other days nor other indicators.
 */
@Component
public class DailyCount {

	/** The city's days. */
	static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** What nobody counted for so long is not counted any more: its sources are gone. */
	private static final int DAYS_BACK = 30;

	/**
	 * The last days are counted again each night: what comes late, such as an outage that
	 * is dated back or a complaint from the counter, belongs to them.
	 */
	private static final int COUNTED_AGAIN = 3;

	/** Why a day is a gap whose source was there. */
	private static final String FAILED = "failed";

	private static final Logger log = LoggerFactory.getLogger(DailyCount.class);

	private final List<Indicator> indicators;

	private final FactStore facts;

	private final Owners owners;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final PageChanges pages;

	private final Clock clock;

	DailyCount(List<Indicator> indicators, FactStore facts, Owners owners, TransactionTemplate transaction,
			ApplicationEventPublisher events, PageChanges pages, Clock clock) {
		this.indicators = indicators;
		this.facts = facts;
		this.owners = owners;
		this.transaction = transaction;
		this.events = events;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Counts what is due.
	 * @return how many days of indicators turned out different from before
	 */
	public int run() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZONE);
		this.owners.remember(today);
		LocalDate yesterday = today.minusDays(1);
		int changed = 0;
		for (Indicator indicator : this.indicators) {
			changed += run(indicator, yesterday);
		}
		if (changed > 0) {
			tell(changed);
		}
		return changed;
	}

	private void tell(int changed) {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new ScorecardComputed(changed, this.clock.instant()));
			this.pages.changed(Scorecard.PAGES);
		});
	}

	private int run(Indicator indicator, LocalDate yesterday) {
		this.transaction.executeWithoutResult(
				(status) -> this.facts.markStale(indicator.id(), yesterday.minusDays(COUNTED_AGAIN - 1L), yesterday));
		this.transaction.executeWithoutResult(
				(status) -> this.facts.uncounted(indicator.id(), yesterday.minusDays(DAYS_BACK - 1L), yesterday)
					.forEach((day) -> this.facts.markStale(indicator.id(), day, day)));
		Set<LocalDate> failed = new HashSet<>();
		int changed = 0;
		List<LocalDate> days = this.facts.stale(indicator.id());
		while (!days.isEmpty()) {
			for (List<LocalDate> month : months(days)) {
				changed += count(indicator, month, failed);
			}
			days = this.facts.stale(indicator.id()).stream().filter((day) -> !failed.contains(day)).toList();
		}
		for (LocalDate day : failed) {
			changed += failed(indicator, day) ? 1 : 0;
		}
		return changed;
	}

	private static Collection<List<LocalDate>> months(List<LocalDate> days) {
		return days.stream()
			.collect(Collectors.groupingBy(YearMonth::from, TreeMap::new, Collectors.toList()))
			.values();
	}

	/**
	 * At once, as the sums of a month are made of all its days; or else each by itself.
	 */
	private int count(Indicator indicator, List<LocalDate> month, Set<LocalDate> failed) {
		try {
			return count(indicator, month);
		}
		catch (RuntimeException ex) {
			if (month.size() > 1) {
				return month.stream().mapToInt((day) -> count(indicator, List.of(day), failed)).sum();
			}
			log.warn("Indicator {} of {} waits for the next run: {}", indicator.id(), month.getFirst(), ex.toString());
			failed.addAll(month);
			return 0;
		}
	}

	/** A day that nobody could count yet is a gap, not the end of what is known. */
	private boolean failed(Indicator indicator, LocalDate day) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean changed = !this.facts.isCounted(indicator.id(), day)
					&& this.facts.missing(indicator.id(), day, FAILED, this.clock.instant());
			if (changed) {
				this.facts.addUp(indicator.id(), day);
			}
			return changed;
		}));
	}

	/**
	 * Counts one day of one indicator. Whatever marks the day as stale meanwhile makes it
	 * counted once more.
	 * @return whether anything is different
	 */
	public boolean count(Indicator indicator, LocalDate day) {
		return count(indicator, List.of(day)) > 0;
	}

	/**
	 * Counts days of one month as {@link #count(Indicator, LocalDate)}, in one
	 * transaction.
	 * @return how many are different
	 */
	public int count(Indicator indicator, List<LocalDate> month) {
		return Objects.requireNonNullElse(this.transaction.execute((status) -> {
			int changed = 0;
			for (LocalDate day : month) {
				changed += replace(indicator, day) ? 1 : 0;
			}
			if (changed > 0) {
				this.facts.addUp(indicator.id(), month.getFirst());
			}
			return changed;
		}), 0);
	}

	private boolean replace(Indicator indicator, LocalDate day) {
		this.facts.take(indicator.id(), day);
		try {
			List<Fact> counted = indicator.count(day);
			return this.facts.replace(indicator.id(), day, counted, apart(indicator, day, counted),
					this.clock.instant());
		}
		catch (SourceMissing ex) {
			return this.facts.missing(indicator.id(), day, String.valueOf(ex.getMessage()), this.clock.instant());
		}
	}

	/** The services whose facts agencies and the city do not add. */
	private Set<ServiceId> apart(Indicator indicator, LocalDate day, List<Fact> counted) {
		if (!indicator.ofAddress()) {
			return Set.of();
		}
		Set<ServiceId> verified = this.owners.verified(day);
		return counted.stream()
			.map(Fact::service)
			.filter(Objects::nonNull)
			.filter((service) -> !verified.contains(service))
			.collect(Collectors.toSet());
	}

}
