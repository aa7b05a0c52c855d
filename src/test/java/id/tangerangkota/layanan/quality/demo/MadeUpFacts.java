package id.tangerangkota.layanan.quality.demo;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.web.PageChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes up counts, drawn by chance around a quality of each service. The last quarter has
 * many days, those before it few.
 */
class MadeUpFacts {

	/** Indicators of more weight are counted every day. */
	private static final int HEAVY = 25;

	private static final double OFTEN = 0.3;

	/** From here on there are many days, before only so many of them. */
	private static final int RECENT_DAYS = 92;

	private static final double OF_OLDER = 0.15;

	/** Scores of a service move this much up and down. */
	private static final double SWING = 9;

	/** When a source was missing, for how long: there is a gap to be seen. */
	private static final int GAP_DAYS_AGO = 40;

	private static final int GAP_DAYS = 3;

	private final ServiceCatalog catalog;

	private final List<Indicator> indicators;

	private final Scales scales;

	private final JdbcClient jdbc;

	private final MadeUpSums sums;

	private final PageChanges pages;

	private final Clock clock;

	MadeUpFacts(ServiceCatalog catalog, List<Indicator> indicators, Scales scales, JdbcClient jdbc, MadeUpSums sums,
			PageChanges pages, Clock clock) {
		this.catalog = catalog;
		this.indicators = indicators;
		this.scales = scales;
		this.jdbc = jdbc;
		this.sums = sums;
		this.pages = pages;
		this.clock = clock;
	}

	/** Makes up days: things get better in them. */
	void make(Period days) {
		Map<ServiceId, @Nullable String> owners = this.catalog.owners();
		Map<String, Scale> current = this.scales.on(days.to());
		for (Indicator indicator : this.indicators) {
			Scale scale = current.get(indicator.id());
			if (scale != null) {
				chance(indicator, scale, owners, days);
				days(indicator.id(), days);
			}
		}
		miss(days);
		this.sums.addUp(days);
		this.pages.changed(Scorecard.PAGES);
	}

	private void chance(Indicator indicator, Scale scale, Map<ServiceId, @Nullable String> owners, Period days) {
		List<String> subjects = new ArrayList<>();
		List<@Nullable String> whose = new ArrayList<>();
		List<MadeUpDay> bad = new ArrayList<>();
		List<MadeUpDay> good = new ArrayList<>();
		Set<String> counted = new HashSet<>();
		named(owners).forEach((service, owner) -> {
			// What is counted at the portal's doors belongs to no service: one stands for
			// its agency.
			if (indicator.reach() != Level.SERVICE && !counted.add(owner)) {
				return;
			}
			double score = score(service, indicator);
			int denominator = 10 + Math.floorMod(service.hashCode(), 50);
			subjects.add(service);
			whose.add(owner.isEmpty() ? null : owner);
			bad.add(MadeUpDay.of(indicator, scale, Math.max(0, score - SWING), denominator));
			good.add(MadeUpDay.of(indicator, scale, Math.min(100, score + SWING), denominator));
		});
		boolean weekly = indicator.dimension() == QualityDimension.PRIVACY;
		double often = (weekly || scale.weight() >= HEAVY) ? 1 : OFTEN;
		this.jdbc
			.sql("""
					insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, classes)
					select :indicator, 'SERVICE', m.subject, m.day, m.owner,
						case
							when m.good_classes is null
								then least(floor((m.bad + (m.good - m.bad) * m.mood) * m.denominator + m.luck), m.most)
							when m.mood > 0.5 then round(m.good * m.denominator)
							else round(m.bad * m.denominator)
						end, m.denominator,
						cast(case when m.mood > 0.5 then m.good_classes else m.bad_classes end as bigint[])
					from (
						select s.*, cast(g.day as date) as day, case when :share then s.denominator else 9223372036854775807 end as most,
							0.6 * (abs(hashtextextended(:indicator || s.subject || g.day, 1)) % 1000) / 1000.0
								+ 0.4 * (cast(g.day as date) - cast(:start as date)) / :length as mood,
							(abs(hashtextextended(:indicator || s.subject || g.day, 2)) % 1000) / 1000.0 as luck,
							(abs(hashtextextended(:indicator || s.subject || g.day, 3)) % 1000) / 1000.0 as chance,
							extract(isodow from g.day) = 1 as monday
						from unnest(:subjects, :owners, :bad, :good, :denominators, :badClasses, :goodClasses)
							as s (subject, owner, bad, good, denominator, bad_classes, good_classes)
						cross join generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)
					) m
					where m.chance < case when m.day < :recent then :seldom else :often end and (m.monday or not :weekly)
					order by m.subject, m.day""")
			.param("indicator", indicator.id())
			.param("share", indicator.unit() == Unit.SHARE)
			.param("start", Date.valueOf(days.from()))
			.param("length", (double) days.days())
			.param("from", Date.valueOf(days.from()))
			.param("to", Date.valueOf(days.to()))
			.param("subjects", subjects.toArray(String[]::new))
			.param("owners", whose.toArray(String[]::new))
			.param("bad", bad.stream().map(MadeUpDay::ratio).toArray(Double[]::new))
			.param("good", good.stream().map(MadeUpDay::ratio).toArray(Double[]::new))
			.param("denominators", bad.stream().map((day) -> (long) day.denominator()).toArray(Long[]::new))
			.param("badClasses", bad.stream().map(MadeUpDay::classes).toArray(String[]::new))
			.param("goodClasses", good.stream().map(MadeUpDay::classes).toArray(String[]::new))
			.param("often", often)
			.param("seldom", weekly ? often : often * OF_OLDER)
			.param("recent", Date.valueOf(days.to().minusDays(RECENT_DAYS - 1L)))
			.param("weekly", weekly)
			.update();
	}

	private static Map<String, String> named(Map<ServiceId, @Nullable String> owners) {
		Map<String, String> named = new TreeMap<>();
		owners.forEach((service, owner) -> named.put(service.value().toString(), (owner != null) ? owner : ""));
		return named;
	}

	/**
	 * Services are good or bad in all they do, and in each indicator a little more so.
	 */
	private static double score(String service, Indicator indicator) {
		double quality = new Random(service.hashCode()).nextDouble();
		double own = new Random((service + indicator.id()).hashCode()).nextGaussian();
		double common = new Random(indicator.id().hashCode()).nextGaussian();
		return Math.clamp(60 + 30 * quality + 8 * own + 8 * common, 5, 98);
	}

	private void days(String indicator, Period year) {
		this.jdbc.sql("""
				insert into quality.day (day, indicator, digest, computed_at)
				select cast(g.day as date), :indicator, 'demo', :now
				from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)""")
			.param("indicator", indicator)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("from", Date.valueOf(year.from()))
			.param("to", Date.valueOf(year.to()))
			.update();
	}

	/** Takes the source of one indicator away for some days. */
	private void miss(Period days) {
		LocalDate first = days.to().minusDays(GAP_DAYS_AGO);
		String indicator = this.jdbc.sql("select min(indicator) from quality.day").query(String.class).single();
		this.jdbc.sql("delete from quality.fact where indicator = ? and day between ? and ?")
			.params(indicator, Date.valueOf(first), Date.valueOf(first.plusDays(GAP_DAYS - 1L)))
			.update();
		this.jdbc.sql("update quality.day set missing = 'demo' where indicator = ? and day between ? and ?")
			.params(indicator, Date.valueOf(first), Date.valueOf(first.plusDays(GAP_DAYS - 1L)))
			.update();
	}

}
