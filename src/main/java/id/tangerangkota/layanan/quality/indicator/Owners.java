package id.tangerangkota.layanan.quality.indicator;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.complaint.CaseFigures.Counted;
import id.tangerangkota.layanan.complaint.CaseFigures.Part;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose a service was on a day, and whether anybody had verified its address. */
@Component
public class Owners {

	private final ServiceCatalog catalog;

	private final JdbcClient jdbc;

	Owners(ServiceCatalog catalog, JdbcClient jdbc) {
		this.catalog = catalog;
		this.jdbc = jdbc;
	}

	/** What is known of a service from a day on. */
	private record Standing(@Nullable AgencyId agency, boolean verified) {
	}

	/** Writes down whose services are and which are verified, where that changed. */
	@Transactional
	void remember(LocalDate today) {
		Map<ServiceId, Standing> known = standings(today);
		Set<ServiceId> verified = verified();
		this.catalog.owners().forEach((service, code) -> {
			Standing now = new Standing((code != null) ? new AgencyId(code) : null, verified.contains(service));
			if (!now.equals(known.get(service))) {
				this.jdbc.sql("""
						insert into quality.owner (service_id, since, agency, verified)
						values (:service, :since, :agency, :verified)
						on conflict (service_id, since) do update set agency = excluded.agency,
							verified = excluded.verified""")
					.param("service", service.value())
					.param("since", Date.valueOf(today))
					.param("agency", code)
					.param("verified", now.verified())
					.update();
			}
		});
	}

	/** The services with an address that is verified now. */
	private Set<ServiceId> verified() {
		return this.catalog.summaries(this.catalog.owners().keySet())
			.stream()
			.filter((service) -> service.verification() == Verification.VERIFIED)
			.map(ServiceSummary::id)
			.collect(Collectors.toSet());
	}

	/** The services with an address that was verified on a day. */
	Set<ServiceId> verified(LocalDate day) {
		return standings(day).entrySet()
			.stream()
			.filter((one) -> one.getValue().verified())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** The same of each of some days that has any, by one query. */
	public Map<LocalDate, Set<ServiceId>> verified(LocalDate from, LocalDate to) {
		Map<LocalDate, Set<ServiceId>> verified = new HashMap<>();
		this.jdbc
			.sql("""
					select d.day, o.service_id
					from (select cast(at as date) as day from generate_series(cast(:from as timestamp), cast(:to as timestamp),
						interval '1 day') as g (at)) as d
					cross join lateral (select distinct on (service_id) service_id, verified from quality.owner
						order by service_id, since > d.day,
							case when since > d.day then since - d.day else d.day - since end) as o
					where o.verified""")
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.query((row) -> {
				verified.computeIfAbsent(row.getObject("day", LocalDate.class), (day) -> new HashSet<>())
					.add(new ServiceId(row.getObject("service_id", UUID.class)));
			});
		return verified;
	}

	/**
	 * Of all services there ever were; days before the first known owner are the first's.
	 */
	@Transactional(readOnly = true)
	public Map<ServiceId, @Nullable AgencyId> on(LocalDate day) {
		Map<ServiceId, @Nullable AgencyId> owners = new HashMap<>();
		standings(day).forEach((service, standing) -> owners.put(service, standing.agency()));
		return owners;
	}

	private Map<ServiceId, Standing> standings(LocalDate day) {
		Map<ServiceId, Standing> standings = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (service_id) service_id, agency, verified from quality.owner
				order by service_id, since > :day, case when since > :day then since - :day else :day - since end""")
			.param("day", Date.valueOf(day))
			.query((row) -> {
				String agency = row.getString("agency");
				standings.put(new ServiceId(row.getObject("service_id", UUID.class)),
						new Standing((agency != null) ? new AgencyId(agency) : null, row.getBoolean("verified")));
			});
		return standings;
	}

	/**
	 * Facts of complaints: those about a service belong to its owner, others to the
	 * agency that has them.
	 */
	List<Fact> facts(LocalDate day, List<Part> parts) {
		Map<ServiceId, Sum> services = new HashMap<>();
		List<Fact> facts = new ArrayList<>();
		for (Part part : parts) {
			Sum sum = Sum.of(part.part(), part.all());
			if (part.service() != null) {
				services.merge(part.service(), sum, Sum::plus);
			}
			else {
				facts.add(new Fact(null, part.agency(), sum));
			}
		}
		facts.addAll(facts(day, services));
		return facts;
	}

	/**
	 * Those of a day's complaints whose facts are a subject's, as {@link #facts} says.
	 */
	public List<Counted> behind(Subject subject, LocalDate day, List<Counted> complaints) {
		Map<ServiceId, @Nullable AgencyId> owners = on(day);
		return complaints.stream()
			.filter((one) -> subject.isCity() || ((subject.service() != null)
					? subject.service().equals(one.part().service())
					: Objects.equals(subject.agency(),
							(one.part().service() != null) ? owners.get(one.part().service()) : one.part().agency())))
			.toList();
	}

	/** Facts of services, each with its owner on the day. */
	public List<Fact> facts(LocalDate day, Map<ServiceId, Sum> sums) {
		Map<ServiceId, @Nullable AgencyId> owners = on(day);
		return sums.entrySet()
			.stream()
			.map((entry) -> new Fact(entry.getKey(), owners.get(entry.getKey()), entry.getValue()))
			.toList();
	}

}
