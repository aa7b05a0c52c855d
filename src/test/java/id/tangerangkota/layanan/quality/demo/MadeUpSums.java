package id.tangerangkota.layanan.quality.demo;

import java.sql.Date;

import id.tangerangkota.layanan.quality.Period;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds made-up counts of services up, as the real ones are every night. */
class MadeUpSums {

	private final JdbcClient jdbc;

	MadeUpSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Agencies, the city and the months of days; counts of classes are added one by one,
	 * and numerators beside the first of them.
	 */
	void addUp(Period days) {
		// Without it, all of them would be sorted on disk.
		this.jdbc.sql("select set_config('work_mem', '64MB', true)").query((row) -> {
		});
		this.jdbc.sql("""
				insert into quality.fact (indicator, level, subject, day, numerator, denominator)
				select indicator, 'AGENCY', owner, day, sum(numerator), sum(denominator)
				from quality.fact where level = 'SERVICE' and owner is not null and classes is null and not apart
					and day between :from and :to group by 1, 3, 4
				union all
				select indicator, 'CITY', '', day, sum(numerator), sum(denominator)
				from quality.fact where level = 'SERVICE' and classes is null and not apart
					and day between :from and :to group by 1, 4""")
			.param("from", Date.valueOf(days.from()))
			.param("to", Date.valueOf(days.to()))
			.update();
		this.jdbc.sql("""
				insert into quality.fact (indicator, level, subject, day, numerator, denominator, classes)
				select indicator, level, subject, day, sum(good), sum(count), array_agg(count order by class)
				from (
					select f.indicator, l.level, case when l.level = 'CITY' then '' else f.owner end as subject, f.day,
						c.class, sum(c.count) as count, sum(case when c.class = 1 then f.numerator else 0 end) as good
					from quality.fact f cross join (values ('AGENCY'), ('CITY')) as l (level)
					cross join unnest(f.classes) with ordinality as c (count, class)
					where f.level = 'SERVICE' and (l.level = 'CITY' or f.owner is not null) and not f.apart
						and f.day between :from and :to
					group by 1, 2, 3, 4, 5
				) c group by 1, 2, 3, 4""")
			.param("from", Date.valueOf(days.from()))
			.param("to", Date.valueOf(days.to()))
			.update();
		this.jdbc.sql("""
				insert into quality.month (indicator, level, subject, month, days, numerator, denominator)
				select indicator, level, subject, cast(date_trunc('month', day) as date), count(*), sum(numerator),
					sum(denominator)
				from quality.fact where classes is null and day between :from and :to group by 1, 2, 3, 4""")
			.param("from", Date.valueOf(days.from()))
			.param("to", Date.valueOf(days.to()))
			.update();
		this.jdbc
			.sql("""
					insert into quality.month (indicator, level, subject, month, days, numerator, denominator, classes)
					select indicator, level, subject, month, max(days), sum(good), sum(count), array_agg(count order by class)
					from (
						select f.indicator, f.level, f.subject, cast(date_trunc('month', f.day) as date) as month, c.class,
							count(*) as days, sum(c.count) as count,
							sum(case when c.class = 1 then f.numerator else 0 end) as good
						from quality.fact f cross join unnest(f.classes) with ordinality as c (count, class)
						where f.day between :from and :to
						group by 1, 2, 3, 4, 5
					) c group by 1, 2, 3, 4""")
			.param("from", Date.valueOf(days.from()))
			.param("to", Date.valueOf(days.to()))
			.update();
	}

}
