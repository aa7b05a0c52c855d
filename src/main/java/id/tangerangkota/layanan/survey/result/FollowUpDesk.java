package id.tangerangkota.layanan.survey.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.result.FollowUpAct.Act;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the staff write down what they do about weak parts. It is published. */
@Component
@Transactional
public class FollowUpDesk {

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final PageChanges pages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FollowUpDesk(CurrentActor actor, JdbcClient jdbc, PageChanges pages, ApplicationEventPublisher events,
			Clock clock) {
		this.actor = actor;
		this.jdbc = jdbc;
		this.pages = pages;
		this.events = events;
		this.clock = clock;
	}

	/** By due date. */
	@Transactional(readOnly = true)
	public List<FollowUp> of(SkmPeriod period) {
		return this.jdbc.sql(
				"select * from survey.follow_up where period = ? and withdrawn_at is null order by due_on, created_at, id")
			.param(period.toString())
			.query(FollowUpDesk::followUp)
			.list();
	}

	@Transactional(readOnly = true)
	public Optional<FollowUp> find(UUID id) {
		return this.jdbc.sql("select * from survey.follow_up where id = ? and withdrawn_at is null")
			.param(id)
			.query(FollowUpDesk::followUp)
			.optional();
	}

	private static FollowUp followUp(ResultSet row, int number) throws SQLException {
		return new FollowUp(row.getObject("id", UUID.class), row.getString("agency"),
				SkmPeriod.parse(row.getString("period")).orElseThrow(), row.getString("item"), row.getString("action"),
				row.getString("owner"), row.getObject("due_on", LocalDate.class),
				row.getObject("done_on", LocalDate.class), row.getString("result"), row.getInt("version"));
	}

	/**
	 * Writes down a new one; nothing happens when it is there, sent twice.
	 * @param planned its version does not matter
	 */
	public void plan(FollowUp planned) {
		int rows = this.jdbc
			.sql("""
					insert into survey.follow_up (id, agency, period, item, action, owner, due_on, created_by, created_at, version)
					values (:id, :agency, :period, :item, :action, :owner, :due, :by, :now, 0)
					on conflict (id) do nothing""")
			.param("id", planned.id())
			.param("agency", planned.agency())
			.param("period", planned.period().toString())
			.param("item", planned.part())
			.param("action", planned.action())
			.param("owner", planned.owner())
			.param("due", planned.dueOn())
			.param("by", this.actor.get().requireAccount().value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (rows == 1) {
			tell(planned, Act.PLANNED);
		}
	}

	/**
	 * Changes one, or says that it is done.
	 * @throws NotFound if there is none
	 * @throws OptimisticLockingFailureException if somebody changed it meanwhile
	 */
	public void change(FollowUp changed) {
		boolean before = find(changed.id()).orElseThrow(NotFound::new).isDone();
		int rows = this.jdbc.sql("""
				update survey.follow_up set action = :action, owner = :owner, due_on = :due, done_on = :done,
					result = :result, version = version + 1
				where id = :id and version = :version and withdrawn_at is null""")
			.param("action", changed.action())
			.param("owner", changed.owner())
			.param("due", changed.dueOn())
			.param("done", changed.doneOn())
			.param("result", changed.result())
			.param("id", changed.id())
			.param("version", changed.version())
			.update();
		if (rows == 0) {
			throw new OptimisticLockingFailureException("Somebody else changed it meanwhile");
		}
		tell(changed, (changed.isDone() && !before) ? Act.DONE : Act.CHANGED);
	}

	/**
	 * Takes one back that should not stand there; it is not published any more.
	 * @throws NotFound if there is none
	 */
	public void withdraw(UUID id) {
		FollowUp followUp = find(id).orElseThrow(NotFound::new);
		int rows = this.jdbc.sql("""
				update survey.follow_up set withdrawn_by = :by, withdrawn_at = :now, version = version + 1
				where id = :id and withdrawn_at is null""")
			.param("by", this.actor.get().requireAccount().value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
		if (rows == 1) {
			tell(followUp, Act.WITHDRAWN);
		}
	}

	private void tell(FollowUp followUp, Act act) {
		this.pages.changed(SurveyResults.PAGES);
		this.events.publishEvent(new FollowUpAct(followUp.id(), followUp.period(), followUp.part(), act));
	}

}
