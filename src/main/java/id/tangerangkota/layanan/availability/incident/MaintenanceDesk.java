package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.IncidentAct.Act;
import id.tangerangkota.layanan.availability.incident.MaintenanceRefused.Budget;
import id.tangerangkota.layanan.availability.incident.MaintenanceRefused.Reason;
import id.tangerangkota.layanan.availability.incident.Recurring.Time;
import id.tangerangkota.layanan.availability.incident.WindowRows.Window;
import id.tangerangkota.layanan.availability.state.PlannedWork;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the staff announce work. */
@Service
@Transactional
public class MaintenanceDesk {

	/** How far ahead recurring work is looked at. */
	private static final int MONTHS = 12;

	private final WindowRows rows;

	private final Rewordings rewordings;

	private final ServicesAtWork services;

	private final PlannedWork plan;

	private final MaintenanceSettings settings;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final PageChanges pages;

	private final Clock clock;

	MaintenanceDesk(WindowRows rows, Rewordings rewordings, ServicesAtWork services, PlannedWork plan,
			MaintenanceSettings settings, CurrentActor actor, ApplicationEventPublisher events, PageChanges pages,
			Clock clock) {
		this.rows = rows;
		this.rewordings = rewordings;
		this.services = services;
		this.plan = plan;
		this.settings = settings;
		this.actor = actor;
		this.events = events;
		this.pages = pages;
		this.clock = clock;
	}

	/** How long before it begins work must be announced at least. */
	public Duration lead() {
		return this.settings.lead();
	}

	/**
	 * Announces work.
	 * @param start when it begins for the first time; cut to the minute
	 * @param length of each time, in whole minutes
	 * @param lastDay the last day on which recurring work may begin, null when it has no
	 * end
	 * @param text what people should know; a NIK in it is masked
	 * @return its number; that of the one there is, if the same is announced already
	 * @throws MaintenanceRefused if it cannot be announced so
	 */
	public WindowId announce(MaintenanceScope scope, Instant start, Duration length, Recurrence recurrence,
			@Nullable LocalDate lastDay, String text) {
		Instant now = this.clock.instant();
		Recurring times = new Recurring(recurrence, start.truncatedTo(ChronoUnit.MINUTES),
				Duration.ofMinutes(length.toMinutes()), lastDay);
		require(times, now);
		Window window = new Window(WindowId.random(), scope, times, masked(text));
		this.rows.lock();
		List<Window> live = this.rows.live();
		Optional<Window> same = live.stream().filter(window::announcesTheSame).findFirst();
		if (same.isPresent()) {
			return same.get().id();
		}
		requireBudget(window, live);
		this.rows.add(window, me(), now);
		told(Act.MAINTENANCE_ANNOUNCED, window.id(), Map.of("recurrence", recurrence.name(), "start",
				times.first().toString(), "minutes", String.valueOf(times.length().toMinutes())));
		return window.id();
	}

	private void require(Recurring times, Instant now) {
		if (times.first().isBefore(now.plus(this.settings.lead()).truncatedTo(ChronoUnit.MINUTES))) {
			throw new MaintenanceRefused(Reason.TOO_SOON);
		}
		Duration longest = switch (times.recurrence()) {
			case ONCE -> Duration.ofDays(31);
			case WEEKLY -> Duration.ofDays(7);
			case MONTHLY -> Duration.ofDays(28);
		};
		if (!times.length().isPositive() || times.length().compareTo(longest) > 0) {
			throw new MaintenanceRefused(Reason.IMPOSSIBLE_LENGTH);
		}
		if (times.lastDay() != null
				&& times.lastDay().isBefore(LocalDate.ofInstant(times.first(), AvailabilityReport.ZONE))) {
			throw new MaintenanceRefused(Reason.ENDS_BEFORE_START);
		}
	}

	private void requireBudget(Window added, List<Window> others) {
		List<Window> live = new ArrayList<>(others);
		live.add(added);
		YearMonth first = MonthBudget.month(added.times().first());
		List<WindowRows.Done> done = this.rows.ofEnded(MonthBudget.start(first));
		AgencyId agency = added.scope().agency();
		if (agency != null) {
			requireBudget(first, live, done, null, Set.of(agency));
		}
		Set<AgencyId> agencies = (agency != null) ? Set.of(agency) : Set.of();
		for (ServiceId service : this.services.of(added.scope())) {
			boolean alone = agency != null
					&& live.stream().noneMatch((window) -> service.equals(window.scope().service()));
			if (!alone) {
				requireBudget(first, live, done, service,
						agencies.isEmpty() ? this.services.agencies(service) : agencies);
			}
		}
	}

	private void requireBudget(YearMonth first, List<Window> live, List<WindowRows.Done> done,
			@Nullable ServiceId service, Set<AgencyId> agencies) {
		for (YearMonth month = first; month.isBefore(first.plusMonths(MONTHS + 1)); month = month.plusMonths(1)) {
			Instant from = MonthBudget.start(month);
			Instant to = MonthBudget.start(month.plusMonths(1));
			List<Time> times = new ArrayList<>();
			live.stream()
				.filter((window) -> concerns(window, service, agencies))
				.forEach((window) -> times.addAll(window.times().between(from, to)));
			done.stream()
				.filter((one) -> concerns(one.window(), service, agencies))
				.forEach((one) -> times.add(one.time()));
			Duration used = MonthBudget.used(month, times);
			Duration most = this.settings.most(month.lengthOfMonth());
			if (used.compareTo(most) > 0) {
				throw new MaintenanceRefused(new Budget(month, most, used));
			}
		}
	}

	private static boolean concerns(Window window, @Nullable ServiceId service, Set<AgencyId> agencies) {
		MaintenanceScope scope = window.scope();
		return (scope.service() != null) ? scope.service().equals(service) : agencies.contains(scope.agency());
	}

	/**
	 * Words it anew; what stood there is kept.
	 * @param version of what was read there
	 * @throws NotFound if there is no such window
	 * @throws ConcurrencyFailureException if somebody changed it since then
	 */
	public void reword(WindowId window, int version, String text) {
		this.rewordings.require(window, version);
		if (!this.rows.reword(window, masked(text), me(), this.clock.instant())) {
			throw new NotFound();
		}
		told(Act.MAINTENANCE_REWORDED, window, Map.of());
	}

	/**
	 * Ends work that goes on and takes back what was announced; what was done stays.
	 * @throws NotFound if there is no such window, or it was ended before
	 */
	public void end(WindowId window) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (!this.rows.cancel(window, now)) {
			throw new NotFound();
		}
		this.plan.end(window.value(), now);
		told(Act.MAINTENANCE_ENDED, window, Map.of());
	}

	private void told(Act act, WindowId window, Map<String, String> details) {
		this.events.publishEvent(IncidentAct.of(act, window, details));
		this.pages.changed(AvailabilityReport.PAGES);
	}

	private static String masked(String text) {
		return SixteenDigits.mask(text.strip());
	}

	private AccountId me() {
		return this.actor.get().requireAccount();
	}

}
