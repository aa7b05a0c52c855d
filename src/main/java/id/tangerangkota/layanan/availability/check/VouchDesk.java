package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.check.CheckAct.Act;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where two administrators vouch for an address in an inner network before the portal
 * asks it: one alone could have it look at whatever stands there. Another address must be
 * vouched for anew.
 */
@Service
@Transactional
public class VouchDesk {

	private final CheckRows rows;

	private final CheckChanges changes;

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	VouchDesk(CheckRows rows, CheckChanges changes, JdbcClient jdbc, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.changes = changes;
		this.jdbc = jdbc;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** Who vouches for the address of a check as it is now, the first first. */
	@Transactional(readOnly = true)
	public List<Vouch> of(int check) {
		return this.jdbc.sql("""
				select v.account, v.vouched_at from availability.vouching v
				join availability.check_definition d on d.id = v.check_id and d.target = v.target
				where v.check_id = ? order by v.vouched_at, v.account""")
			.param(check)
			.query((row, number) -> new Vouch(new AccountId(row.getObject("account", UUID.class)),
					row.getTimestamp("vouched_at").toInstant()))
			.list();
	}

	/**
	 * Vouches for the address of a check.
	 * @throws CheckRefused if it is in no inner network, or whoever asks did so before
	 */
	public void vouch(int check) {
		long change = this.changes.begin();
		CheckDetail before = this.rows.find(check).orElseThrow(NotFound::new);
		if (before.spec().mode() != CheckMode.INTERNAL) {
			throw new CheckRefused(CheckRefused.Reason.NOT_INTERNAL);
		}
		boolean isNew = this.jdbc.sql("""
				insert into availability.vouching as v (check_id, account, target, vouched_at)
				select id, :by, target, :now from availability.check_definition where id = :check
				on conflict (check_id, account) do update set target = excluded.target, vouched_at = excluded.vouched_at
				where v.target <> excluded.target""")
			.param("by", this.actor.get().requireAccount().value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("check", check)
			.update() == 1;
		if (!isNew) {
			throw new CheckRefused(CheckRefused.Reason.VOUCHED);
		}
		this.rows.touch(check, change);
		this.changes.tell(List.of(before), List.of(check));
		this.events.publishEvent(new CheckAct(Act.VOUCHED, check, Map.of()));
	}

}
