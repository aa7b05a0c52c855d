package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;

/** What somebody of the staff must be to do something about a case. */
enum Authority {

	/**
	 * In charge of all: the coordinator, or the inspector where it is about the conduct
	 * of officials.
	 */
	CHARGE {
		@Override
		boolean isWith(Actor actor, Complaint complaint) {
			return actor.is(complaint.isSupervisory() ? Role.INSPECTOR : Role.COORDINATOR);
		}
	},

	/** In charge, or the head of the agency that has it. */
	LEAD {
		@Override
		boolean isWith(Actor actor, Complaint complaint) {
			return CHARGE.isWith(actor, complaint) || (actor.is(Role.AGENCY_HEAD) && isAtItsAgency(actor, complaint));
		}
	},

	/** In charge, or at the agency that has it. */
	WORK {
		@Override
		boolean isWith(Actor actor, Complaint complaint) {
			return CHARGE.isWith(actor, complaint) || isAtItsAgency(actor, complaint);
		}
	};

	abstract boolean isWith(Actor actor, Complaint complaint);

	/** Whether it can be their case. */
	static boolean canHave(Actor actor, Complaint complaint) {
		return actor.kind() == Actor.Kind.STAFF
				&& (complaint.isSupervisory() ? actor.is(Role.INSPECTOR) : isAtItsAgency(actor, complaint));
	}

	static boolean isAtItsAgency(Actor actor, Complaint complaint) {
		boolean works = actor.is(Role.OFFICER) || actor.is(Role.AGENCY_HEAD);
		return works && !complaint.isSupervisory() && actor.agency() != null
				&& actor.agency().equals(complaint.agency());
	}

}
