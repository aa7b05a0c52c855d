package id.tangerangkota.layanan.survey.web;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Who reads results: about which agencies, and what they may do with them. */
@Component
class ResultReader {

	private final CurrentActor actor;

	ResultReader(CurrentActor actor) {
		this.actor = actor;
	}

	/** Null for those who see all agencies. */
	@Nullable AgencyId own() {
		Actor current = this.actor.get();
		boolean all = current.is(Role.COORDINATOR) || current.is(Role.LEADERSHIP) || current.is(Role.ADMINISTRATOR);
		return all ? null : current.agency();
	}

	boolean reads(@Nullable String agency) {
		AgencyId own = own();
		return own == null || own.code().equals(agency);
	}

	boolean plans() {
		Actor current = this.actor.get();
		return current.is(Role.AGENCY_HEAD) || hides();
	}

	/** An agency does not take away what people say about it. */
	boolean hides() {
		Actor current = this.actor.get();
		return current.is(Role.COORDINATOR) || current.is(Role.ADMINISTRATOR);
	}

}
