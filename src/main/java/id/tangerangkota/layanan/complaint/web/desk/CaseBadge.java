package id.tangerangkota.layanan.complaint.web.desk;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseCounts.Turn;
import id.tangerangkota.layanan.web.HeaderBadge;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the cases, with the number of those that wait for whoever reads it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class CaseBadge implements HeaderBadge {

	/** Nobody needs to know exactly how many more there are. */
	private static final int LIMIT = 99;

	private final CurrentActor actor;

	private final CaseCounts counts;

	CaseBadge(CurrentActor actor, CaseCounts counts) {
		this.actor = actor;
		this.counts = counts;
	}

	/** Who only reads cases waits for others, not they for them. */
	@Override
	public @Nullable Badge badge() {
		Desk desk = Desk.of(this.actor.get());
		if (!desk.writes()) {
			return null;
		}
		Turn turn = new Turn(desk.takes(), desk.takes() && desk.ofAgency(), desk.watches());
		int waiting = this.counts.waiting(desk.access(), desk.actor().requireAccount(), turn, LIMIT + 1);
		return new Badge(CaseQueueController.PATH, "complaint-desk.badge", waiting, LIMIT);
	}

}
