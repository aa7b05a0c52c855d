package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a member of staff may see: officers and heads those of their agency,
 * coordinators all but those about the conduct of officials, inspectors those alone, the
 * leadership all. Nobody else sees any.
 *
 * @param agency only its cases, null for those of all
 * @param ordinary whether others than those about the conduct of officials
 * @param supervisory whether those about the conduct of officials
 */
public record CaseAccess(@Nullable AgencyId agency, boolean ordinary, boolean supervisory) {

	/** Sees nothing. */
	public static final CaseAccess NONE = new CaseAccess(null, false, false);

	public static CaseAccess of(Actor actor) {
		throw new UnsupportedOperationException();
	}

}
