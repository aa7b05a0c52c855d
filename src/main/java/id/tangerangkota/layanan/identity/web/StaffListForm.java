package id.tangerangkota.layanan.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.StaffFilter;
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
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		add(query, "q", this.q);
		add(query, "keadaan", this.keadaan);
		add(query, "peran", this.peran);
		add(query, "instansi", this.instansi);
		add(query, "halaman", (page > 1) ? String.valueOf(page) : null);
		return "/admin/akun" + query;
	}

	private static void add(StringJoiner query, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

}
