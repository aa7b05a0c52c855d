package id.tangerangkota.layanan.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What every statement on services shares: the columns of a summary and how they are
 * read.
 */
final class ServiceRows {

	/** Columns of {@link #summary}, from service {@code s} and its agency {@code a}. */
	static final String SUMMARY = """
			s.id, s.slug, s.kind, s.name, s.summary, s.summary_en, a.code as agency_code, a.short_name as agency,
			a.name as agency_name, s.agency_confidence, s.categories, s.lifecycle, s.standing, s.platforms
			""";

	private ServiceRows() {
	}

	static ServiceSummary summary(ResultSet row, int number) throws SQLException {
		return new ServiceSummary(new ServiceId(row.getObject("id", UUID.class)), row.getString("slug"),
				ServiceKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("summary"),
				row.getString("summary_en"), row.getString("agency_code"), row.getString("agency"),
				row.getString("agency_name"), ownerConfidence(row), strings(row.getArray("categories")),
				Lifecycle.valueOf(row.getString("lifecycle")), verification(row.getInt("standing")),
				strings(row.getArray("platforms")).stream().map(Platform::valueOf).toList());
	}

	/**
	 * Takes a row of a page that begins with its counts; beyond the end there is one row,
	 * with the counts alone.
	 * @param found where the page goes, once
	 * @param limit where counting stopped
	 */
	static void collect(ResultSet row, List<ServiceSummary> items, List<ServicePage> found, int limit)
			throws SQLException {
		if (row.getString("slug") != null) {
			items.add(summary(row, items.size()));
		}
		if (found.isEmpty()) {
			found.add(page(items, row, limit));
		}
	}

	/**
	 * A page of items with the columns {@code services} and {@code listings}, counted up
	 * to a limit.
	 */
	private static ServicePage page(List<ServiceSummary> items, ResultSet counted, int limit) throws SQLException {
		long services = counted.getLong("services");
		return new ServicePage(items, Math.min(services, limit), counted.getLong("listings"), services > limit);
	}

	static @Nullable OwnerConfidence ownerConfidence(ResultSet row) throws SQLException {
		String confidence = row.getString("agency_confidence");
		return (confidence != null) ? OwnerConfidence.valueOf(confidence) : null;
	}

	/** The best of the listings, null when none has an address. */
	private static @Nullable Verification verification(int standing) {
		int best = standing % 4;
		return (best < Verification.values().length) ? Verification.values()[best] : null;
	}

	static List<String> strings(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

	static <E extends Enum<E>> Set<E> enums(Class<E> type, Array array) throws SQLException {
		Set<E> values = EnumSet.noneOf(type);
		strings(array).forEach((name) -> values.add(Enum.valueOf(type, name)));
		return values;
	}

}
