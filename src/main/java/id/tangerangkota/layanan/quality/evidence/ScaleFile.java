package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.web.CsvText;

/** The table of scales in an evidence pack: a row for each of their points. */
final class ScaleFile {

	private static final List<String> COLUMNS = List.of("indicator", "dimension", "level", "version", "from", "target",
			"weight", "value", "score");

	private ScaleFile() {
	}

	/**
	 * A scale as it was read.
	 *
	 * @param dimension the code of one
	 * @param reach the finest level its indicator can say something about
	 */
	record Line(String indicator, String dimension, Level reach, int weight, List<At> points) {

		/** In straight lines between its points, level beyond its ends. */
		BigDecimal score(BigDecimal value) {
			At before = this.points.getFirst();
			if (value.compareTo(before.value()) <= 0) {
				return before.score();
			}
			for (At point : this.points.subList(1, this.points.size())) {
				if (value.compareTo(point.value()) <= 0) {
					BigDecimal rise = value.subtract(before.value()).multiply(point.score().subtract(before.score()));
					return before.score().add(rise.divide(point.value().subtract(before.value()), Rule.EXACT));
				}
				before = point;
			}
			return before.score();
		}

		/** As people read them. */
		String text() {
			return this.points.stream()
				.map((point) -> point.value().toPlainString() + " = " + point.score().toPlainString())
				.collect(Collectors.joining("; "));
		}

	}

	/** At a value, a score. */
	record At(BigDecimal value, BigDecimal score) {
	}

	static byte[] write(List<UsedScale> scales) {
		List<List<String>> rows = new ArrayList<>();
		for (UsedScale used : scales) {
			for (Point point : used.scale().points()) {
				rows.add(List.of(used.scale().indicator(), used.dimension().code(),
						used.reach().name().toLowerCase(Locale.ROOT), Integer.toString(used.scale().version()),
						used.scale().validFrom().toString(), plain(used.scale().target()),
						Integer.toString(used.scale().weight()), plain(point.value()), plain(point.score())));
			}
		}
		return CsvText.of(COLUMNS, rows);
	}

	private static String plain(double number) {
		BigDecimal written = BigDecimal.valueOf(number).stripTrailingZeros();
		return written.toPlainString();
	}

	/** A row that cannot be read is none: what needs it does not follow then. */
	static List<Line> read(byte[] table) {
		Map<String, Line> scales = new LinkedHashMap<>();
		for (List<String> row : CountFiles.read(table, COLUMNS.size())) {
			try {
				At point = new At(new BigDecimal(row.get(7)), new BigDecimal(row.get(8)));
				scales
					.computeIfAbsent(row.getFirst(),
							(indicator) -> new Line(indicator, row.get(1),
									Level.valueOf(row.get(2).toUpperCase(Locale.ROOT)), Integer.parseInt(row.get(6)),
									new ArrayList<>()))
					.points()
					.add(point);
			}
			catch (IllegalArgumentException ex) {
				continue;
			}
		}
		return List.copyOf(scales.values());
	}

}
