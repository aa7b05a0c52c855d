package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a member of staff may see: officers and heads those of their agency,
 * coordinators all but those about the conduct of officials, inspectors those alone, the
 * leadership all. Nobody else sees any.
 *
 * @param agency of the others only its cases, null for those of all
 * @param ordinary whether others than those about the conduct of officials
 * @param supervisory whether those about the conduct of officials, of all agencies
 */
public record CaseAccess(@Nullable AgencyId agency, boolean ordinary, boolean supervisory) {

	/** Sees nothing. */
	public static final CaseAccess NONE = new CaseAccess(null, false, false);

	public static CaseAccess of(Actor actor) {
		boolean all = actor.is(Role.COORDINATOR) || actor.is(Role.LEADERSHIP);
		boolean conduct = actor.is(Role.INSPECTOR) || actor.is(Role.LEADERSHIP);
		boolean own = worksAtAgency(actor);
		return (all || own || conduct) ? new CaseAccess(all ? null : ownAgency(actor, own), all || own, conduct) : NONE;
	}

	private static @Nullable AgencyId ownAgency(Actor actor, boolean own) {
		return own ? actor.agency() : null;
	}

	private static boolean worksAtAgency(Actor actor) {
		return actor.agency() != null && (actor.is(Role.OFFICER) || actor.is(Role.AGENCY_HEAD));
	}

	/**
	 * Whether a case may be seen.
	 * @param of the agency that has it, null for none yet
	 * @param aboutConduct whether it is about the conduct of officials
	 */
	public boolean permits(@Nullable AgencyId of, boolean aboutConduct) {
		if (aboutConduct) {
			return this.supervisory;
		}
		return this.ordinary && (this.agency == null || this.agency.equals(of));
	}

}
