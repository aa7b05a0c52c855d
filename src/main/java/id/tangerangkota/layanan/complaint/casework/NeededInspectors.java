package id.tangerangkota.layanan.complaint.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.web.AttentionItem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks for one more inspector where none is left who may decide about a case again:
 * nobody else could take it over. Says nothing of what it is about.
 */
@Component
class NeededInspectors implements AttentionItem {

	private final StaffDirectory staff;

	private final JdbcClient jdbc;

	NeededInspectors(StaffDirectory staff, JdbcClient jdbc) {
		this.staff = staff;
		this.jdbc = jdbc;
	}

	@Override
	public List<Attention> attention() {
		int stuck = this.jdbc.sql("""
				select count(*) from complaint.complaint
				where supervisory and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
					and barred @> ?""")
			.param(this.staff.active(EnumSet.of(Role.INSPECTOR), null)
				.stream()
				.map(AccountId::value)
				.toArray(UUID[]::new))
			.query(Integer.class)
			.single();
		return (stuck > 0) ? List.of(new Attention("casework.attention.inspector", List.of(stuck), "/admin/akun"))
				: List.of();
	}

}
