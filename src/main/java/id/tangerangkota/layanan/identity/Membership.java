package id.tangerangkota.layanan.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a member of staff may do, and for which agency; empty of citizens. */
@Embeddable
class Membership {

	@JdbcTypeCode(SqlTypes.ARRAY)
	private String[] roles = {};

	private @Nullable String agency;

	void assign(Set<Role> newRoles, @Nullable AgencyId newAgency) {
		this.roles = newRoles.stream().map(Role::name).sorted().toArray(String[]::new);
		this.agency = (newAgency != null) ? newAgency.code() : null;
	}

	Set<Role> roles() {
		Set<Role> held = EnumSet.noneOf(Role.class);
		Arrays.stream(this.roles).map(Role::valueOf).forEach(held::add);
		return held;
	}

	/** As the audit trail names them. */
	String roleNames() {
		return Arrays.stream(this.roles).collect(Collectors.joining(" "));
	}

	@Nullable AgencyId agency() {
		return (this.agency != null) ? new AgencyId(this.agency) : null;
	}

}
