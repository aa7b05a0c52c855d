package id.tangerangkota.layanan.quality.indicator;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What indicators count, of services that only a test knows. */
@TestComponent
public class Counted {

	private final List<Indicator> indicators;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Counted(List<Indicator> indicators, JdbcClient jdbc, TransactionTemplate transaction) {
		this.indicators = indicators;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	Indicator indicator(String id) {
		return this.indicators.stream().filter((one) -> one.id().equals(id)).findAny().orElseThrow();
	}

	/** By service, by agency where there is no service. */
	Map<Subject, Sum> on(String indicator, LocalDate day) {
		Map<Subject, Sum> sums = new HashMap<>();
		indicator(indicator).count(day).forEach((fact) -> sums.merge(subject(fact), fact.sum(), Sum::plus));
		return sums;
	}

	@Nullable Sum of(String indicator, LocalDate day, ServiceId service) {
		return on(indicator, day).get(Subject.of(service));
	}

	private static Subject subject(Fact fact) {
		if (fact.service() != null) {
			return Subject.of(fact.service());
		}
		return (fact.agency() != null) ? Subject.of(fact.agency()) : Subject.CITY;
	}

	/** A service that the catalogue need not know. */
	ServiceId service(AgencyId owner) {
		ServiceId service = new ServiceId(UUID.randomUUID());
		owned(service, owner, LocalDate.of(2020, 1, 1));
		return service;
	}

	/** Somebody opened its address long ago. */
	ServiceId verified(AgencyId owner) {
		ServiceId service = service(owner);
		this.jdbc.sql("update quality.owner set verified = true where service_id = ?").param(service.value()).update();
		return service;
	}

	void owned(ServiceId service, AgencyId owner, LocalDate since) {
		this.jdbc.sql("insert into quality.owner (service_id, since, agency) values (?, ?, ?)")
			.params(service.value(), Date.valueOf(since), owner.code())
			.update();
	}

	/**
	 * States one after the other, as {@code 2023-03-06T00:00 UP}; the last ends the
	 * chain. Times are of the city.
	 */
	void states(ServiceId service, String... spans) {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < spans.length - 1; i++) {
				this.jdbc.sql("""
						insert into availability.service_interval (service_id, starts, ends, follows, state)
						values (?, ?, ?, ?, ?)""")
					.params(service.value(), at(spans[i]), at(spans[i + 1]), (i > 0) ? at(spans[i]) : null,
							spans[i].split(" ")[1])
					.update();
				if (spans[i].endsWith(" DOWN")) {
					this.jdbc.sql(
							"insert into availability.outage (id, service_id, starts, ends, cause) values (?, ?, ?, ?, ?)")
						.params(UUID.randomUUID(), service.value(), at(spans[i]), at(spans[i + 1]), "STATUS")
						.update();
				}
			}
		});
	}

	/** Null where nobody took it on. */
	void incident(ServiceId service, String kind, String opened, @Nullable String acknowledged, String ended) {
		UUID id = UUID.randomUUID();
		Timestamp start = at(opened);
		this.jdbc.sql("""
				insert into availability.incident (id, kind, status, resource, started_at, opened_at, ended_at,
					acknowledged_at, acknowledged_by)
				values (?, ?, 'RESOLVED', ?, ?, ?, ?, ?, ?)""")
			.params(id, kind, "service:" + id, start, start, at(ended),
					(acknowledged != null) ? at(acknowledged) : null, (acknowledged != null) ? UUID.randomUUID() : null)
			.update();
		this.jdbc.sql(
				"insert into availability.incident_service (incident_id, service_id, since, until) values (?, ?, ?, ?)")
			.params(id, service.value(), start, at(ended))
			.update();
	}

	static Timestamp at(String span) {
		return Timestamp.from(java.time.LocalDateTime.parse(span.split(" ")[0]).atZone(DailyCount.ZONE).toInstant());
	}

}
