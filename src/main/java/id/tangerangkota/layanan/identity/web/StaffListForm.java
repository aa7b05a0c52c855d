package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.StaffFilter;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * What the list of staff is filtered by. What cannot be read filters nothing.
 *
 * @param q words of the name or the e-mail address
 */
record StaffListForm(@Nullable String q, @Nullable String keadaan, @Nullable String peran, @Nullable String instansi) {

	StaffFilter filter() {
		return new StaffFilter((this.q != null) ? this.q.strip() : "", find(AccountState.values(), this.keadaan),
				find(Role.values(), this.peran),
				(this.instansi != null && AgencyId.isValid(this.instansi)) ? new AgencyId(this.instansi) : null);
	}

	private static <E extends Enum<E>> @Nullable E find(E[] values, @Nullable String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

	/** Address of a page of the same list. */
	String href(int page) {
		return Query.EMPTY.with("q", this.q)
			.with("keadaan", this.keadaan)
			.with("peran", this.peran)
			.with("instansi", this.instansi)
			.page(page)
			.at("/admin/akun");
	}

}
