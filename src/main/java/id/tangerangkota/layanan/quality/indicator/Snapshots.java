package id.tangerangkota.layanan.quality.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;

import org.springframework.stereotype.Component;

/**
 * For what has no history: it is looked at in the night after a day, and that day keeps
 * what was seen. A day whose night nobody looked in is a gap.
 */
@Component
class Snapshots {

	private final FactStore facts;

	private final Clock clock;

	Snapshots(FactStore facts, Clock clock) {
		this.facts = facts;
		this.clock = clock;
	}

	/**
	 * The facts of a day.
	 * @param source what is looked at
	 * @throws SourceMissing if it is too late to look
	 */
	List<Fact> of(String indicator, LocalDate day, String source, Supplier<List<Fact>> look) {
		return this.facts.stored(indicator, day).orElseGet(() -> {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), DailyCount.ZONE);
			if (!day.equals(today.minusDays(1))) {
				throw new SourceMissing(source);
			}
			return look.get();
		});
	}

}
