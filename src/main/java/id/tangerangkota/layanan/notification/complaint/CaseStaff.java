package id.tangerangkota.layanan.notification.complaint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ComplaintContacts.Concerned;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.identity.StaffDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds who of the staff is told about cases. */
@Component
class CaseStaff {

	private final StaffDirectory staff;

	CaseStaff(StaffDirectory staff) {
		this.staff = staff;
	}

	/** Whether it is somebody who works at the agency still. */
	boolean works(AccountId officer, @Nullable AgencyId agency) {
		return this.staff.active(Set.of(Role.OFFICER, Role.AGENCY_HEAD), agency).contains(officer);
	}

	/**
	 * Its officer; while there is none, or no more, all officers who could take it. As
	 * long as it is to be verified, be it once more, those who do that.
	 */
	List<AccountId> onCase(Concerned concerned) {
		AccountId officer = concerned.officer();
		if (concerned.supervisory()) {
			List<AccountId> inspectors = of(Audience.INSPECTOR, null);
			return (officer != null && inspectors.contains(officer)) ? List.of(officer) : inspectors;
		}
		AgencyId agency = concerned.agency();
		if (agency == null || concerned.status() == ComplaintStatus.SUBMITTED) {
			return of(Audience.COORDINATOR, null);
		}
		if (officer != null && works(officer, agency)) {
			return List.of(officer);
		}
		// What nobody else can go on with is handed to them.
		return agency.equals(ComplaintDesk.COORDINATORS)
				? Stream.concat(of(Audience.AGENCY, agency).stream(), of(Audience.COORDINATOR, null).stream())
					.distinct()
					.toList()
				: at(agency);
	}

	/**
	 * The officers of an agency; where it has none its heads, and the coordinators where
	 * it has nobody at all.
	 */
	List<AccountId> at(@Nullable AgencyId agency) {
		return Stream.of(Audience.AGENCY, Audience.AGENCY_HEAD, Audience.COORDINATOR)
			.map((audience) -> of(audience, agency))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * Everybody of an audience.
	 * @throws IllegalArgumentException for that of one officer
	 */
	List<AccountId> of(Audience audience, @Nullable AgencyId agency) {
		return switch (audience) {
			case OFFICER -> throw new IllegalArgumentException("That is one of them");
			case AGENCY -> this.staff.active(Set.of(Role.OFFICER), agency);
			case AGENCY_HEAD -> this.staff.active(Set.of(Role.AGENCY_HEAD), agency);
			case COORDINATOR -> this.staff.active(Set.of(Role.COORDINATOR), null);
			case INSPECTOR -> this.staff.active(Set.of(Role.INSPECTOR), null);
		};
	}

}
