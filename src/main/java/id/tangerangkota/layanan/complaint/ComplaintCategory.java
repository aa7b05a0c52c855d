package id.tangerangkota.layanan.complaint;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What complaints are about, and how long the city takes for them.
 *
 * @param agency who is in charge
 * @param verifyDays working days until the coordinator has looked at it
 * @param resolveDays working days until it is to be solved
 * @param proposed whether the times are proposals and no rule of the city
 * @param supervisory whether it is about the conduct of officials
 * @param sensitive whether it is always anonymous and confidential
 * @param emergency whether 112 comes first
 * @param radius metres within which two of this category may be the same thing
 */
public record ComplaintCategory(String code, String name, String nameEn, String scope, String scopeEn, AgencyId agency,
		int verifyDays, int resolveDays, boolean proposed, boolean supervisory, boolean sensitive, boolean emergency,
		int radius, @Nullable ComplaintKind onlyFor) {
}
