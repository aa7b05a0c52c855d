package id.tangerangkota.layanan.quality.demo;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.PageChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes up counts. Uptime is what the made-up past of checks really was, and what
 * inspections found is counted; all else is drawn by chance around a quality of each
 * service. The last quarter has many days, those before it few, so that nobody waits long
 * for a demo.
 */
@Component
@Profile(Demo.PROFILE)
class MadeUpFacts {

	private static final String UPTIME = "uptime";

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

	private final AvailabilityReport availability;

	private final List<Indicator> indicators;

	private final Scales scales;

	private final JdbcClient jdbc;

	private final MadeUpSums sums;

	private final PageChanges pages;

	private final Clock clock;

	MadeUpFacts(ServiceCatalog catalog, AvailabilityReport availability, List<Indicator> indicators, Scales scales,
			JdbcClient jdbc, MadeUpSums sums, PageChanges pages, Clock clock) {
		this.catalog = catalog;
		this.availability = availability;
		this.indicators = indicators;
		this.scales = scales;
		this.jdbc = jdbc;
		this.sums = sums;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * What days are made up of.
	 *
	 * @param year all days there will be: things get better in them
	 * @param inspected the first day with inspections, null where there are none
	 * @param verified the services whose address somebody verified
	 */
	record Ground(Period year, @Nullable LocalDate inspected, Set<ServiceId> verified) {

		/** The last days of it, in whole months: those somebody looks at first. */
		Period recent() {
			LocalDate from = recentFrom().withDayOfMonth(1);
			return from.isAfter(this.year.from()) ? new Period(from, this.year.to()) : this.year;
		}

		private LocalDate recentFrom() {
			return this.year.to().minusDays(RECENT_DAYS - 1L);
		}

		private UUID[] verifiedIds() {
			return this.verified.stream().map(ServiceId::value).toArray(UUID[]::new);
		}

	}

	/**
	 * Makes up days.
	 * @param days some of the year, in whole months where it goes on beyond them
	 */
	void make(Ground ground, Period days) {
		Map<ServiceId, @Nullable String> owners = this.catalog.owners();
		Map<String, Scale> current = this.scales.on(ground.year().to());
		for (Indicator indicator : this.indicators) {
			Scale scale = current.get(indicator.id());
			if (scale == null) {
				continue;
			}
			if (indicator.id().equals(UPTIME)) {
				write(UPTIME, uptime(owners, days), ground);
			}
			else {
				LocalDate inspected = Inspections.INDICATORS.contains(indicator.id()) ? ground.inspected() : null;
				LocalDate found = (inspected == null || inspected.isAfter(days.to())) ? days.to().plusDays(1)
						: inspected.isBefore(days.from()) ? days.from() : inspected;
				if (found.isAfter(days.from())) {
					chance(indicator, scale, owners, ground, new Period(days.from(), found.minusDays(1)));
				}
				if (!found.isAfter(days.to())) {
					write(indicator.id(), found(indicator, new Period(found, days.to())), ground);
				}
			}
			days(indicator.id(), days);
		}
		miss(ground, days);
		this.sums.addUp(days);
		this.pages.changed(Scorecard.PAGES);
	}

	/** What was counted of a service on a day. */
	private record Counted(ServiceId service, LocalDate day, @Nullable String owner, long numerator, long denominator) {
	}

	/** What the checks saw. */
	private List<Counted> uptime(Map<ServiceId, @Nullable String> owners, Period year) {
		List<Counted> counted = new ArrayList<>();
		this.availability.days(owners.keySet(), year.from(), year.to()).forEach((service, sums) -> {
			for (DaySum sum : sums) {
				Uptime uptime = sum.uptime();
				counted.add(new Counted(service, sum.day(), owners.get(service),
						uptime.up().plus(uptime.degraded()).toSeconds(), uptime.counted().toSeconds()));
			}
		});
		return counted;
	}

	/** What inspections found. */
	private static List<Counted> found(Indicator indicator, Period days) {
		List<Counted> counted = new ArrayList<>();
		for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
			for (Fact fact : indicator.count(day)) {
				ServiceId service = Objects.requireNonNull(fact.service());
				String owner = (fact.agency() != null) ? fact.agency().code() : null;
				counted.add(new Counted(service, day, owner, fact.sum().numerator(), fact.sum().denominator()));
			}
		}
		return counted;
	}

	/** Of addresses; those nobody verified stand apart. */
	private void write(String indicator, List<Counted> counted, Ground ground) {
		this.jdbc.sql("""
				insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, apart)
				select :indicator, 'SERVICE', f.subject, f.day, f.owner, f.numerator, f.denominator,
					cast(f.subject as uuid) <> all (:verified)
				from unnest(:subjects, :days, :owners, :numerators, :denominators)
					as f (subject, day, owner, numerator, denominator)
				where f.denominator > 0 order by f.subject, f.day""")
			.param("indicator", indicator)
			.param("subjects", counted.stream().map((one) -> one.service().value().toString()).toArray(String[]::new))
			.param("days", counted.stream().map((one) -> Date.valueOf(one.day())).toArray(Date[]::new))
			.param("owners", counted.stream().map(Counted::owner).toArray(String[]::new))
			.param("numerators", counted.stream().map(Counted::numerator).toArray(Long[]::new))
			.param("denominators", counted.stream().map(Counted::denominator).toArray(Long[]::new))
			.param("verified", ground.verifiedIds())
			.update();
	}

	private void chance(Indicator indicator, Scale scale, Map<ServiceId, @Nullable String> owners, Ground ground,
			Period days) {
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
					insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, classes, apart)
					select :indicator, 'SERVICE', m.subject, m.day, m.owner,
						case
							when m.good_classes is null
								then least(floor((m.bad + (m.good - m.bad) * m.mood) * m.denominator + m.luck), m.most)
							when m.mood > 0.5 then round(m.good * m.denominator)
							else round(m.bad * m.denominator)
						end, m.denominator,
						cast(case when m.mood > 0.5 then m.good_classes else m.bad_classes end as bigint[]),
						:ofAddress and cast(m.subject as uuid) <> all (:verified)
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
			.param("ofAddress", indicator.ofAddress())
			.param("verified", ground.verifiedIds())
			.param("start", Date.valueOf(ground.year().from()))
			.param("length", (double) ground.year().days())
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
			.param("recent", Date.valueOf(ground.recentFrom()))
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
	private void miss(Ground ground, Period days) {
		LocalDate first = ground.year().to().minusDays(GAP_DAYS_AGO);
		if (first.isBefore(days.from()) || first.isAfter(days.to())) {
			return;
		}
		String indicator = this.jdbc.sql("select min(indicator) from quality.day where indicator <> ?")
			.param(UPTIME)
			.query(String.class)
			.optional()
			.orElse(UPTIME);
		this.jdbc.sql("delete from quality.fact where indicator = ? and day between ? and ?")
			.params(indicator, Date.valueOf(first), Date.valueOf(first.plusDays(GAP_DAYS - 1L)))
			.update();
		this.jdbc.sql("update quality.day set missing = 'demo' where indicator = ? and day between ? and ?")
			.params(indicator, Date.valueOf(first), Date.valueOf(first.plusDays(GAP_DAYS - 1L)))
			.update();
	}

}
