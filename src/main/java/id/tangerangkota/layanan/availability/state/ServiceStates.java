package id.tangerangkota.layanan.availability.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ServiceBack;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.state.ServiceChains.Rewrite;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes states of services anew from those of their checks and from announced work, as
 * far back as something changed. Doing it again changes nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ServiceStates {

	private final ServiceChains chains;

	private final Outages outages;

	private final DaySums days;

	private final ApplicationEventPublisher events;

	private final PageChanges pages;

	private final Clock clock;

	ServiceStates(ServiceChains chains, Outages outages, DaySums days, ApplicationEventPublisher events,
			PageChanges pages, Clock clock) {
		this.chains = chains;
		this.outages = outages;
		this.days = days;
		this.events = events;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Makes states anew; the services must be {@linkplain ServiceChains#lock locked}.
	 */
	void refresh(Touched touched) {
		if (touched.isEmpty()) {
			return;
		}
		Map<ServiceId, Instant> from = touched.services();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Map<ServiceId, List<WatchedCheck>> checks = this.chains.checks(from);
		Map<ServiceId, List<Work>> works = this.chains.works(from);
		Map<ServiceId, Timeline> before = this.chains.timelines(from);
		Map<ServiceId, Made> after = new HashMap<>();
		List<Rewrite> rewrites = new ArrayList<>();
		from.forEach((service, instant) -> {
			Combination combination = new Combination(checks.getOrDefault(service, List.of()),
					works.getOrDefault(service, List.of()));
			Timeline known = before.getOrDefault(service, Timeline.EMPTY);
			Timeline states = continued(known, combination.from(instant, now));
			Rewrite rewrite = Rewrite.of(service, known, states);
			if (rewrite != null) {
				rewrites.add(rewrite);
				after.put(service, new Made(states, combination));
			}
		});
		if (!rewrites.isEmpty()) {
			this.chains.write(rewrites);
			this.days.correct(rewrites, now);
			this.pages.changed(AvailabilityReport.PAGES);
			this.pages.changed(ServiceNotes.PAGES);
			updateOutages(from, after);
			after.forEach((service, made) -> tellBack(service, before.getOrDefault(service, Timeline.EMPTY), made));
		}
	}

	private record Made(Timeline states, Combination by) {
	}

	/** Nobody needs to know that nobody looked before anybody did. */
	private static Timeline continued(Timeline known, Timeline made) {
		Timeline timeline = known;
		for (StateSpan span : made.spans()) {
			if (!timeline.spans().isEmpty() || span.state() != ServiceState.UNMONITORED) {
				timeline = timeline.change(span.start(), span.state(), span.reason());
			}
		}
		return timeline;
	}

	private void updateOutages(Map<ServiceId, Instant> from, Map<ServiceId, Made> after) {
		Map<ServiceId, List<DownTime>> times = new HashMap<>();
		Map<ServiceId, Instant> first = new HashMap<>(from);
		after.forEach((service, made) -> {
			List<DownTime> down = made.by().downTimes(made.states());
			times.put(service, down);
			down.stream()
				.findFirst()
				.map(DownTime::start)
				.filter((start) -> start.isBefore(from.get(service)))
				.ifPresent((start) -> first.put(service, start));
		});
		Map<ServiceId, List<Outage>> known = this.outages.since(first);
		List<Outage> rows = new ArrayList<>();
		List<Object> told = new ArrayList<>();
		after.forEach((service, made) -> {
			Outages.Outcome outcome = Outages.Outcome.of(service, known.getOrDefault(service, List.of()), made.states(),
					times.getOrDefault(service, List.of()));
			rows.addAll(outcome.rows());
			told.addAll(outcome.events());
		});
		if (!rows.isEmpty()) {
			this.outages.write(rows);
		}
		told.forEach(this.events::publishEvent);
		if (!told.isEmpty()) {
			this.events.publishEvent(new OutageChanges(only(OutageStarted.class, told), only(OutageEnded.class, told)));
		}
	}

	private void tellBack(ServiceId service, Timeline before, Made after) {
		if (before.spans().isEmpty() || after.states().spans().isEmpty()) {
			return;
		}
		ServiceState was = before.spans().getLast().state();
		StateSpan now = after.states().spans().getLast();
		if (!was.isUp() && now.state().isUp() && !after.by().isGivenUp(now.start())) {
			this.events.publishEvent(new ServiceBack(service, was, now.start()));
		}
	}

	private static <T> List<T> only(Class<T> type, List<Object> events) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
