package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.identity.StaffRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What an administrator says about somebody of the staff.
 *
 * @param surel of an invitation only
 * @param peran names of roles
 * @param instansi code of an agency, empty for none
 * @param sandi the administrator's own password, when it is asked for
 */
record StaffForm(@Nullable String surel, @Nullable List<String> peran, @Nullable String instansi,
		@Nullable String sandi) {

	static final StaffForm EMPTY = new StaffForm(null, null, null, null);

	static StaffForm of(StaffMember member) {
		return new StaffForm(null, member.roles().stream().map(Enum::name).toList(),
				(member.agency() != null) ? member.agency().code() : null, null);
	}

	void checkEmail(Errors errors) {
		if (!Email.isValid(address())) {
			errors.rejectValue("surel", address().isEmpty() ? "identity.email.missing" : "identity.email.form");
		}
	}

	/**
	 * Says on the form what the desk would refuse, so that all of it is seen at once.
	 * @param known codes of the agencies there are
	 */
	void check(Set<String> known, Errors errors) {
		if (roles().isEmpty()) {
			errors.rejectValue("peran", "staff.refused.NO_ROLE");
		}
		if (agencyCode().isEmpty() && roles().stream().anyMatch(Role::needsAgency)) {
			errors.rejectValue("instansi", "staff.refused.NO_AGENCY");
		}
		else if (!agencyCode().isEmpty() && !known.contains(agencyCode())) {
			errors.rejectValue("instansi", "staff.agency.unknown");
		}
	}

	static void reject(StaffRefused failure, Errors errors) {
		switch (failure.reason()) {
			case KNOWN_EMAIL -> errors.rejectValue("surel", "staff.refused.KNOWN_EMAIL");
			case NO_ROLE -> errors.rejectValue("peran", "staff.refused.NO_ROLE");
			case NO_AGENCY -> errors.rejectValue("instansi", "staff.refused.NO_AGENCY");
			case LAST_ADMINISTRATOR -> errors.reject("staff.refused.LAST_ADMINISTRATOR");
			case OWN_ROLES -> errors.rejectValue("peran", "staff.refused.OWN_ROLES");
			case NO_EMAIL -> errors.reject("staff.refused.NO_EMAIL");
			case NO_MAIL -> errors.reject("staff.refused.NO_MAIL");
		}
	}

	Email email() {
		return new Email(address());
	}

	/** What is no role is none. */
	Set<Role> roles() {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		if (this.peran != null) {
			Arrays.stream(Role.values()).filter((role) -> this.peran.contains(role.name())).forEach(roles::add);
		}
		return roles;
	}

	@Nullable AgencyId agency() {
		return agencyCode().isEmpty() ? null : new AgencyId(agencyCode());
	}

	private String address() {
		return (this.surel != null) ? this.surel.strip() : "";
	}

	private String agencyCode() {
		return (this.instansi != null) ? this.instansi : "";
	}

}
