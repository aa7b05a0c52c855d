package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.identity.AccountAct;
import id.tangerangkota.layanan.identity.AccountAct.Act;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes open cases from officers who leave or get other tasks, in the same transaction:
 * as theirs, nobody would see that nobody works on them. What is over stays theirs until
 * it is worked on again.
 */
@Component
class Departures {

	private final Cases cases;

	private final CaseWorkers workers;

	private final JdbcClient jdbc;

	private final Clock clock;

	Departures(Cases cases, CaseWorkers workers, JdbcClient jdbc, Clock clock) {
		this.cases = cases;
		this.workers = workers;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(AccountAct event) {
		AccountId officer = event.account();
		boolean concerns = event.act() == Act.STAFF_DEACTIVATED || event.act() == Act.ROLES_CHANGED;
		if (concerns && officer != null) {
			Instant now = this.clock.instant();
			openCases(officer).forEach((id) -> take(this.cases.lock(id), officer, now));
		}
	}

	private List<ComplaintId> openCases(AccountId officer) {
		return this.jdbc
			.sql("""
					select id from complaint.complaint
					where officer = ? and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED')
					order by id""")
			.param(officer.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.list();
	}

	private void take(Complaint complaint, AccountId officer, Instant now) {
		boolean theirs = complaint.status().isOpen() && officer.equals(complaint.officer());
		if (theirs && !this.workers.isStillThere(complaint)) {
			complaint.assign(null, now);
			this.cases.write(complaint, Draft.of(EntryKind.ASSIGNED, Visibility.STAFF), now);
			this.cases.save(complaint);
		}
	}

}
