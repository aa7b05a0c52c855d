package id.tangerangkota.layanan.complaint.web.desk;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.queue.QueueTab;

/**
 * What the pages offer to somebody. It only saves them from trying in vain: what they may
 * is decided where it is done.
 */
record Desk(Actor actor, CaseAccess access) {

	static Desk of(Actor actor) {
		return new Desk(actor, CaseAccess.of(actor));
	}

	/** Whether they work for one agency. */
	public boolean ofAgency() {
		return this.access.agency() != null;
	}

	/** Whether they verify and watch over cases, of whatever kind. */
	public boolean watches() {
		return this.actor.is(Role.COORDINATOR) || this.actor.is(Role.INSPECTOR);
	}

	/** Whether they may do anything but read. */
	public boolean writes() {
		return watches() || this.actor.is(Role.OFFICER) || this.actor.is(Role.AGENCY_HEAD);
	}

	/** Whether they hand cases to officers other than themselves. */
	public boolean assigns() {
		return this.actor.is(Role.AGENCY_HEAD) || watches();
	}

	/** Whether cases can be theirs. */
	public boolean takes() {
		return this.actor.is(Role.OFFICER) || this.actor.is(Role.AGENCY_HEAD) || this.actor.is(Role.INSPECTOR);
	}

	public boolean seesSummary() {
		return this.actor.is(Role.COORDINATOR) || this.actor.is(Role.LEADERSHIP);
	}

	List<QueueTab> tabs() {
		List<QueueTab> tabs = new ArrayList<>(List.of(QueueTab.values()));
		if (!takes()) {
			tabs.remove(QueueTab.MINE);
		}
		if (!watches() && !this.actor.is(Role.LEADERSHIP)) {
			tabs.remove(QueueTab.VERIFY);
		}
		return tabs;
	}

	/** Where they begin. */
	QueueTab firstTab() {
		if (watches()) {
			return QueueTab.VERIFY;
		}
		return takes() ? QueueTab.MINE : QueueTab.OVERDUE;
	}

}
