package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code availability.outage}, which follows the states of services. */
@Component
class Outages {

	private final JdbcClient jdbc;

	Outages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record FromRow(UUID serviceId, Instant starts) {
	}

	/** Those that last, or end after an instant; without withdrawn ones. */
	Map<ServiceId, List<Outage>> since(Map<ServiceId, Instant> from) {
		Map<ServiceId, List<Outage>> found = new HashMap<>();
		this.jdbc.sql("""
				select o.id, o.service_id, o.starts, o.ends, o.cause
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz)
				join availability.outage o on o.service_id = r.service_id
					and (o.ends is null or (o.ends >= r.starts and o.ends > o.starts))
				order by o.starts""")
			.param("rows",
					Rows.json(from.entrySet()
						.stream()
						.map((entry) -> new FromRow(entry.getKey().value(), entry.getValue()))
						.toList()))
			.query((row, number) -> new Outage(new OutageId(row.getObject("id", UUID.class)),
					new ServiceId(row.getObject("service_id", UUID.class)), Rows.instant(row, "starts"),
					Rows.instantOrNull(row, "ends"), StateReason.valueOf(row.getString("cause"))))
			.list()
			.forEach((outage) -> found.computeIfAbsent(outage.service(), (id) -> new ArrayList<>()).add(outage));
		return found;
	}

	/**
	 * What became of outages.
	 *
	 * @param rows to be written
	 * @param events to be published
	 */
	record Outcome(List<Outage> rows, List<Object> events) {

		/**
		 * Compares the outages that are known with what the states say. An end that was
		 * told stays told: when a failure that becomes known later shows that the service
		 * was down beyond it, another outage begins there.
		 * @param known those that touch the timeline
		 * @param times in which it says that the service was down
		 */
		static Outcome of(ServiceId service, List<Outage> known, Timeline states, List<DownTime> times) {
			Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
			List<Outage> left = new ArrayList<>(known);
			for (DownTime time : times) {
				List<Outage> before = left.stream()
					.filter((outage) -> time.overlaps(outage.start(), outage.end()))
					.sorted(Comparator.comparing(Outage::isOpen).thenComparing(Outage::start))
					.toList();
				left.removeAll(before);
				outcome.follow(service, before, time, states);
			}
			left.stream()
				.filter((outage) -> !states.beginsAfter(outage.end()))
				.forEach((outage) -> outcome.isWithdrawn(outage, states.at(outage.start())));
			return outcome;
		}

		/** Each goes on to its end, and the last to that of the time. */
		private void follow(ServiceId service, List<Outage> before, DownTime time, Timeline states) {
			Instant start = time.start();
			// Where the timeline is cut off, it began as it is known.
			if (!before.isEmpty() && states.beginsAfter(start) && before.getFirst().start().isBefore(start)) {
				start = before.getFirst().start();
			}
			for (Outage outage : before) {
				boolean takesTheRest = outage == before.getLast() && (outage.isOpen() || time.end() != null);
				Instant end = takesTheRest ? time.end() : outage.end();
				goesOn(outage, start, end, time.then());
				if (end == null || takesTheRest) {
					return;
				}
				start = end;
			}
			begins(service, start, time, states.at(start));
		}

		private void begins(ServiceId service, Instant start, DownTime time, @Nullable StateSpan first) {
			StateReason cause = (first != null && first.state() == ServiceState.DOWN && first.reason() != null)
					? first.reason() : time.cause();
			Outage outage = new Outage(OutageId.random(), service, start, time.end(), cause);
			this.rows.add(outage);
			this.events.add(new OutageStarted(outage.id(), service, start, cause));
			ended(outage, time.then());
		}

		private void goesOn(Outage before, Instant start, @Nullable Instant end, @Nullable ServiceState then) {
			Outage outage = new Outage(before.id(), before.service(), start, end, before.cause());
			if (!outage.equals(before)) {
				this.rows.add(outage);
			}
			if (before.isOpen()) {
				ended(outage, then);
			}
		}

		private void ended(Outage outage, @Nullable ServiceState then) {
			if (outage.end() != null) {
				this.events.add(new OutageEnded(outage.id(), outage.service(), outage.start(), outage.end(),
						Objects.requireNonNull(then)));
			}
		}

		private void isWithdrawn(Outage before, @Nullable StateSpan instead) {
			this.rows.add(new Outage(before.id(), before.service(), before.start(), before.start(), before.cause()));
			if (before.isOpen()) {
				this.events.add(new OutageEnded(before.id(), before.service(), before.start(), before.start(),
						(instead != null) ? instead.state() : ServiceState.UNMONITORED));
			}
		}

	}

	private record OutageRow(UUID id, UUID serviceId, Instant starts, @Nullable Instant ends, String cause) {
	}

	void write(List<Outage> outages) {
		this.jdbc.sql("""
				insert into availability.outage as o (id, service_id, starts, ends, cause)
				select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, service_id uuid,
					starts timestamptz, ends timestamptz, cause text)
				order by ends nulls last
				on conflict (id) do update set starts = excluded.starts, ends = excluded.ends""")
			.param("rows",
					Rows.json(outages.stream()
						.map((outage) -> new OutageRow(outage.id().value(), outage.service().value(), outage.start(),
								outage.end(), outage.cause().name()))
						.toList()))
			.update();
	}

}
