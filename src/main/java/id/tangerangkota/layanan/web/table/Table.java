package id.tangerangkota.layanan.web.table;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Numbers on their way into a file: plain, so that one can go on with them.
 *
 * @param rows numbers, days, texts and, where nothing is known, null
 */
public record Table(String name, List<String> headings, List<List<@Nullable Object>> rows) {

	/** The beginning of a row, to which more can be added. */
	public static List<@Nullable Object> row(@Nullable Object... cells) {
		List<@Nullable Object> row = new ArrayList<>();
		for (Object cell : cells) {
			row.add(cell);
		}
		return row;
	}

}
