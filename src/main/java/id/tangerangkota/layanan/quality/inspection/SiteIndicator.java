package id.tangerangkota.layanan.quality.inspection;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.indicator.Owners;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Share of items that were as they should be, of those that could be seen, on the day of
 * each inspection: a site counts once a week.
 */
final class SiteIndicator implements Indicator {

	/** Longer without any inspection, nobody inspects. */
	private static final int DAYS = 7;

	private final String id;

	private final QualityDimension dimension;

	private final List<String> items;

	private final JdbcClient jdbc;

	private final Owners owners;

	SiteIndicator(String id, QualityDimension dimension, List<String> items, JdbcClient jdbc, Owners owners) {
		this.id = id;
		this.dimension = dimension;
		this.items = items;
		this.jdbc = jdbc;
		this.owners = owners;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public QualityDimension dimension() {
		return this.dimension;
	}

	@Override
	public Unit unit() {
		return Unit.SHARE;
	}

	@Override
	public boolean ofAddress() {
		return true;
	}

	@Override
	public boolean lasting() {
		return true;
	}

	@Override
	public List<Fact> count(LocalDate day) {
		if (!inspectedAround(day)) {
			throw new SourceMissing("inspection");
		}
		Map<ServiceId, @Nullable AgencyId> owners = this.owners.on(day);
		return this.jdbc
			.sql("""
					select i.service_id, count(*) filter (where f.verdict = 'MET') as met, count(*) as seen
					from quality.inspection i
					join quality.inspection_finding f on f.service_id = i.service_id and f.week = i.week
					where i.inspected_at >= :from and i.inspected_at < :to and f.item = any (:items)
						and (f.verdict = 'MET' or (f.verdict = 'MISSED' and not exists (select from quality.finding_dispute d
							where d.service_id = f.service_id and d.item = f.item and d.inspected_at = i.inspected_at
								and d.confirmed_at is not null and d.withdrawn_at is null)))
					group by i.service_id""")
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.param("items", this.items.toArray(String[]::new))
			.query((row, number) -> {
				ServiceId service = new ServiceId(row.getObject("service_id", UUID.class));
				return new Fact(service, owners.get(service), Sum.of(row.getLong("met"), row.getLong("seen")));
			})
			.list();
	}

	/** A site has its turn once a week. */
	@Override
	public Set<LocalDate> daysOff(Subject subject, Period period) {
		Set<LocalDate> off = period.from().datesUntil(period.to().plusDays(1)).collect(Collectors.toSet());
		this.jdbc.sql("""
				select distinct cast(inspected_at at time zone 'Asia/Jakarta' as date) as day from quality.inspection
				where inspected_at >= :from and inspected_at < :to and (:all or service_id = any (:services))""")
			.param("from", Timestamp.from(PageClock.start(period.from())))
			.param("to", Timestamp.from(PageClock.start(period.to().plusDays(1))))
			.param("all", subject.isCity())
			.param("services", services(subject, period).map(ServiceId::value).toArray(UUID[]::new))
			.query((row) -> {
				off.remove(row.getObject("day", LocalDate.class));
			});
		return off;
	}

	private Stream<ServiceId> services(Subject subject, Period period) {
		if (subject.service() != null) {
			return Stream.of(subject.service());
		}
		return (subject.agency() == null) ? Stream.empty()
				: this.owners.on(period.to())
					.entrySet()
					.stream()
					.filter((owned) -> subject.agency().equals(owned.getValue()))
					.map(Map.Entry::getKey);
	}

	private boolean inspectedAround(LocalDate day) {
		return this.jdbc
			.sql("select exists (select from quality.inspection where inspected_at >= :from and inspected_at < :to)")
			.param("from", Timestamp.from(PageClock.start(day.minusDays(DAYS - 1L))))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query(Boolean.class)
			.single();
	}

}
