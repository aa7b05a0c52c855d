package id.tangerangkota.layanan.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the categories and keeps them for a minute: every complaint and every list needs
 * them, and they change with a release.
 */
@Component
class KeptCategories implements ComplaintCategories {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private volatile @Nullable Kept kept;

	KeptCategories(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Kept(List<ComplaintCategory> categories, long readAt) {
	}

	@Override
	public List<ComplaintCategory> all() {
		long now = System.nanoTime();
		@Nullable Kept before = this.kept;
		if (before != null && now - before.readAt() < KEPT.toNanos()) {
			return before.categories();
		}
		List<ComplaintCategory> categories = this.jdbc.sql("select * from complaint.category order by position, code")
			.query(KeptCategories::category)
			.list();
		if (!categories.isEmpty()) {
			this.kept = new Kept(categories, now);
		}
		return categories;
	}

	@Override
	public Optional<ComplaintCategory> find(String code) {
		return all().stream().filter((category) -> category.code().equals(code)).findFirst();
	}

	private static ComplaintCategory category(ResultSet row, int number) throws SQLException {
		@Nullable String onlyFor = row.getString("only_for");
		return new ComplaintCategory(row.getString("code"), row.getString("name"), row.getString("name_en"),
				row.getString("scope"), row.getString("scope_en"), new AgencyId(row.getString("agency")),
				row.getInt("verify_days"), row.getInt("resolve_days"), row.getBoolean("proposed"),
				row.getBoolean("supervisory"), row.getBoolean("sensitive"), row.getBoolean("emergency"),
				row.getInt("radius"), (onlyFor != null) ? ComplaintKind.valueOf(onlyFor) : null);
	}

}
