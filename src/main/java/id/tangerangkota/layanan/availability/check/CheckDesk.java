package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.check.CheckAct.Act;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.ProberSettings;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where administrators decide what is checked and how. Every act is recorded in the audit
 * trail; nodes follow within two seconds.
 */
@Service
@Transactional
public class CheckDesk {

	/** How long a reason may be, in characters. */
	public static final int LONGEST_REASON = 500;

	private final CheckRows rows;

	private final CheckChanges changes;

	private final Exploring exploring;

	private final ListingDirectory listings;

	private final CheckSettings settings;

	private final ProberSettings asking;

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CheckDesk(CheckRows rows, CheckChanges changes, Exploring exploring, ListingDirectory listings,
			CheckSettings settings, ProberSettings asking, JdbcClient jdbc, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.changes = changes;
		this.exploring = exploring;
		this.listings = listings;
		this.settings = settings;
		this.asking = asking;
		this.jdbc = jdbc;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** Whether anything is checked at all ({@code layanan.availability.enabled}). */
	public boolean isSwitchedOn() {
		return this.settings.enabled();
	}

	/** Ports checks may ask, the lowest first. */
	public List<Integer> ports() {
		return this.asking.ports().stream().sorted().toList();
	}

	/**
	 * A page of checks by address.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	@Transactional(readOnly = true)
	public CheckPage list(CheckFilter filter, int page, int size) {
		return this.rows.list(filter, Paging.offset(page, size), size);
	}

	/** The checks of a service, paused and gone ones included. */
	@Transactional(readOnly = true)
	public List<CheckDetail> ofService(ServiceId service) {
		return this.rows.ofService(service);
	}

	/** A check that was not removed. */
	@Transactional(readOnly = true)
	public Optional<CheckDetail> find(int check) {
		return this.rows.find(check);
	}

	/** The times a check was paused, the latest first. */
	@Transactional(readOnly = true)
	public List<CheckPause> pauses(int check) {
		return this.jdbc
			.sql("select * from availability.check_pause where check_id = ? order by paused_at desc, id desc")
			.param(check)
			.query((row, number) -> new CheckPause(row.getString("reason"), CheckRows.account(row, "paused_by"),
					row.getTimestamp("paused_at").toInstant(), CheckRows.account(row, "resumed_by"),
					CheckRows.instant(row, "resumed_at")))
			.list();
	}

	/**
	 * Adds a check to a listing, beside the one the catalogue gave it.
	 * @return its number
	 * @throws InvalidCheck if the service has no such listing, its port is not asked, or
	 * the address is in an inner network and it does not say so
	 */
	public int add(ServiceId service, Platform platform, CheckSpec spec) {
		requireAskable(spec);
		CatalogListing listing = this.listings.of(service, platform)
			.orElseThrow(() -> new InvalidCheck(InvalidCheck.Reason.SERVICE));
		int check = this.rows.insert(service, platform, listing.agency(), spec, this.changes.begin());
		this.changes.tell(List.of(), List.of(check));
		record(Act.ADDED, check, Map.of("service", service.toString(), "kind", spec.kind().name()));
		return check;
	}

	/**
	 * Changes a check. Where it differs from the catalogue, it stays so.
	 * @param version as it was seen
	 * @throws CheckRefused if somebody changed it meanwhile
	 * @throws InvalidCheck if its port is not asked, or the address is in an inner
	 * network and it does not say so
	 */
	public void edit(int check, int version, CheckSpec spec) {
		requireAskable(spec);
		change(Act.EDITED, check, Map.of("kind", spec.kind().name(), "mode", spec.mode().name()), (change) -> {
			boolean elsewhere = !require(check).spec().address().equals(spec.address());
			if (!this.rows.update(check, version, spec, change)) {
				throw new CheckRefused(CheckRefused.Reason.CHANGED_MEANWHILE);
			}
			if (elsewhere) {
				this.exploring.forget(List.of(check));
			}
		});
	}

	/**
	 * Lets a check rest; its service counts as not monitored if no other looks at it.
	 * @param reason what visitors of the history read, 1 to 500 characters; longer
	 * numbers are masked
	 * @throws InvalidCheck if no reason is given
	 * @throws CheckRefused if it is paused already
	 */
	public void pause(int check, String reason) {
		String text = SixteenDigits.mask(reason.strip());
		if (text.isEmpty() || text.length() > LONGEST_REASON) {
			throw new InvalidCheck(InvalidCheck.Reason.PAUSE_REASON);
		}
		change(Act.PAUSED, check, Map.of(), (change) -> {
			boolean paused = this.jdbc.sql("""
					insert into availability.check_pause (check_id, reason, paused_by, paused_at)
					values (:check, :reason, :by, :now) on conflict (check_id) where resumed_at is null do nothing""")
				.param("check", check)
				.param("reason", text)
				.param("by", account())
				.param("now", timestamp())
				.update() == 1;
			if (!paused) {
				throw new CheckRefused(CheckRefused.Reason.PAUSED);
			}
			this.rows.touch(check, change);
		});
	}

	/**
	 * Lets a check look again.
	 * @throws CheckRefused if it is not paused
	 */
	public void resume(int check) {
		change(Act.RESUMED, check, Map.of(), (change) -> {
			if (!endPause(check)) {
				throw new CheckRefused(CheckRefused.Reason.NOT_PAUSED);
			}
			this.rows.touch(check, change);
		});
	}

	/** Removes a check for good. One the catalogue gave does not come back by itself. */
	public void remove(int check) {
		change(Act.REMOVED, check, Map.of(), (change) -> {
			// What rests no more for being paused is not told to be.
			endPause(check);
			this.jdbc.sql("""
					update availability.check_definition set removed_at = :now, version = version + 1, changed = :change
					where id = :check""")
				.param("now", timestamp())
				.param("change", change)
				.param("check", check)
				.update();
		});
	}

	private boolean endPause(int check) {
		return this.jdbc.sql("""
				update availability.check_pause set resumed_by = :by, resumed_at = :now
				where check_id = :check and resumed_at is null""")
			.param("check", check)
			.param("by", account())
			.param("now", timestamp())
			.update() == 1;
	}

	/**
	 * Has a check made at once, by the node that looks at it.
	 * @return since when its result is to be waited for among the results of the check
	 * @throws CheckRefused if nobody would look
	 */
	public Instant checkNow(int check) {
		CheckDetail detail = require(check);
		if (!this.settings.enabled()) {
			throw new CheckRefused(CheckRefused.Reason.SWITCHED_OFF);
		}
		if (detail.pause() != null) {
			throw new CheckRefused(CheckRefused.Reason.PAUSED);
		}
		if (!detail.counts(this.settings.inside())) {
			throw new CheckRefused(CheckRefused.Reason.NOT_LOOKED_AT);
		}
		Instant asked = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.jdbc.sql("""
				update availability.check_definition set asked_at = :now, changed = :change where id = :check""")
			.param("now", asked.atOffset(ZoneOffset.UTC))
			.param("change", this.changes.begin())
			.param("check", check)
			.update();
		record(Act.ASKED, check, Map.of());
		return asked;
	}

	private void change(Act act, int check, Map<String, String> details, LongConsumer verb) {
		long change = this.changes.begin();
		List<CheckDetail> before = List.of(require(check));
		verb.accept(change);
		this.changes.tell(before, List.of(check));
		record(act, check, details);
	}

	private void requireAskable(CheckSpec spec) {
		if (spec.hidesInnerNetwork()) {
			throw new InvalidCheck(InvalidCheck.Reason.INNER_NETWORK);
		}
		Integer port = port(spec.target());
		if (port != null && !this.asking.ports().contains(port)) {
			throw new InvalidCheck(InvalidCheck.Reason.PORT);
		}
	}

	private static @Nullable Integer port(Target target) {
		return switch (target) {
			case HttpTarget http -> http.address().port();
			case TlsTarget tls -> tls.port();
			case TcpTarget tcp -> tcp.port();
			case DnsTarget dns -> null;
		};
	}

	private CheckDetail require(int check) {
		return this.rows.find(check).orElseThrow(NotFound::new);
	}

	private void record(Act act, int check, Map<String, String> details) {
		this.events.publishEvent(new CheckAct(act, check, details));
	}

	private @Nullable UUID account() {
		AccountId account = this.actor.get().account();
		return (account != null) ? account.value() : null;
	}

	private OffsetDateTime timestamp() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
