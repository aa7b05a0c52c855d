package id.tangerangkota.layanan.quality.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.tangerangkota.layanan.web.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * The tables of numbers and of counts of an evidence pack, and the check that the one
 * follows from the other and from the scales. It reads nothing but the tables, as anybody
 * can who has them.
 */
public final class CountFiles {

	private static final List<String> PUBLISHED = List.of("figure", "subject", "rule", "value");

	private static final List<String> COUNTS = List.of("figure", "subject", "part", "numerator", "denominator");

	private CountFiles() {
	}

	/**
	 * A number added up again.
	 *
	 * @param published null where counts belong to no number
	 * @param again null where its counts are missing or no numbers
	 * @param counts what it was added up from
	 * @param made what it is made of, where that is no count
	 */
	public record Line(String figure, String subject, @Nullable Rule rule, @Nullable String published,
			@Nullable String again, List<Count> counts, List<Made> made) {

		public boolean agrees() {
			return this.published != null && this.published.equals(this.again);
		}

	}

	static byte[] published(Evidence evidence) {
		return CsvText.of(PUBLISHED,
				evidence.published()
					.stream()
					.map((one) -> List.of(one.figure(), one.subject(), one.rule().name(), one.value()))
					.toList());
	}

	static byte[] counts(Evidence evidence) {
		return CsvText.of(COUNTS,
				evidence.counts()
					.stream()
					.map((one) -> List.of(one.figure(), one.subject(), one.part(), Long.toString(one.numerator()),
							Long.toString(one.denominator())))
					.toList());
	}

	/** Another number, or the points of a scale. */
	public record Made(String figure, String value) {
	}

	/** Names a number and its counts. */
	record Key(String figure, String subject) {
	}

	/**
	 * Adds every number up again, in the order of the table, and then names counts
	 * without a number.
	 * @param published the table of numbers
	 * @param counts the table of counts
	 * @param scales the table of scales; null in packs from before there was one
	 */
	public static List<Line> addUpAgain(byte[] published, byte[] counts, byte @Nullable [] scales) {
		Map<Key, List<Count>> found = new LinkedHashMap<>();
		Set<Key> broken = new HashSet<>();
		for (List<String> row : read(counts, COUNTS.size())) {
			Key key = new Key(row.get(0), row.get(1));
			List<Count> known = found.computeIfAbsent(key, (any) -> new ArrayList<>());
			try {
				known.add(new Count(row.get(0), row.get(1), row.get(2), Long.parseLong(row.get(3)),
						Long.parseLong(row.get(4))));
			}
			catch (NumberFormatException ex) {
				broken.add(key);
			}
		}
		List<List<String>> numbers = read(published, PUBLISHED.size());
		Map<Key, Rule> rules = new HashMap<>();
		for (List<String> row : numbers) {
			Rule rule = rule(row.get(2));
			if (rule != null) {
				rules.putIfAbsent(new Key(row.get(0), row.get(1)), rule);
			}
		}
		Map<Key, List<Count>> whole = new HashMap<>(found);
		whole.keySet().removeAll(broken);
		Recount recount = new Recount(whole, rules, (scales != null) ? ScaleFile.read(scales) : List.of());
		List<Line> lines = new ArrayList<>();
		for (List<String> row : numbers) {
			Key key = new Key(row.get(0), row.get(1));
			List<Count> own = found.getOrDefault(key, List.of());
			found.remove(key);
			Rule rule = rule(row.get(2));
			String again = (rule == null || broken.contains(key)) ? null
					: rule.apply(own).or(() -> recount.value(rule, key).map(rule::round)).orElse(null);
			lines.add(new Line(key.figure(), key.subject(), rule, row.get(3), again, List.copyOf(own),
					(rule != null) ? recount.made(rule, key) : List.of()));
		}
		found.forEach((key, left) -> lines
			.add(new Line(key.figure(), key.subject(), null, null, null, List.copyOf(left), List.of())));
		return lines;
	}

	private static @Nullable Rule rule(String name) {
		for (Rule rule : Rule.values()) {
			if (rule.name().equals(name)) {
				return rule;
			}
		}
		return null;
	}

	/** Rows of another length are broken, and stand as such among the others. */
	static List<List<String>> read(byte[] table, int columns) {
		List<List<String>> rows = new ArrayList<>();
		try (CsvReader<CsvRecord> csv = CsvReader.builder()
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(new String(table, StandardCharsets.UTF_8))) {
			for (CsvRecord row : csv) {
				List<String> fields = new ArrayList<>(row.getFields());
				while (fields.size() < columns) {
					fields.add("");
				}
				rows.add(fields);
			}
		}
		catch (IOException | CsvParseException ex) {
			throw new IllegalArgumentException("Not a table", ex);
		}
		return rows.isEmpty() ? rows : rows.subList(1, rows.size());
	}

}
