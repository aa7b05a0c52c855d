package id.tangerangkota.layanan.quality.evidence;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Scores as somebody would add them up who has the tables and a pocket calculator: in
 * binary fractions and by names of indicators, unlike what the portal does.
 */
final class ScoresByHand {

	private static final Map<String, Double> PARTS = Map.of("outage-length", 0.5, "acknowledgement", 0.5,
			"home-to-service", 0.5, "response-time", 0.75, "page-lcp", 0.75, "page-inp", 0.75, "page-cls", 0.75,
			"sign-in-time", 0.75, "sign-out-time", 0.75);

	private final List<String[]> counts;

	private final List<String[]> scales;

	ScoresByHand(List<String[]> counts, List<String[]> scales) {
		this.counts = counts;
		this.scales = scales;
	}

	/** Null for figures of other kinds. */
	@Nullable Double again(String figure, String subject) {
		String of = figure.substring(figure.indexOf('-') + 1);
		if (figure.startsWith("indikator-")) {
			return value(of, subject);
		}
		if (figure.startsWith("skor-")) {
			return score(of, subject);
		}
		if (figure.startsWith("terukur-")) {
			return weighted(of, subject)[0];
		}
		if (figure.startsWith("cakupan-")) {
			return weighted(of, subject)[1];
		}
		if (figure.startsWith("warga-")) {
			return said(of, subject);
		}
		return figure.startsWith("selisih-") ? said(of, subject) - weighted(of, subject)[0] : null;
	}

	private List<String[]> rows(String figure, String subject) {
		return this.counts.stream().filter((row) -> row[0].equals(figure) && row[1].equals(subject)).toList();
	}

	private static double sum(List<String[]> rows, int column) {
		return rows.stream().mapToDouble((row) -> Double.parseDouble(row[column])).sum();
	}

	private double said(String dimension, String subject) {
		List<String[]> rows = rows("warga-" + dimension, subject);
		return (sum(rows, 3) / sum(rows, 4) - 1) / 4 * 100;
	}

	private @Nullable Double value(String indicator, String subject) {
		List<String[]> rows = rows("indikator-" + indicator, subject);
		if (rows.isEmpty()) {
			return null;
		}
		if (PARTS.containsKey(indicator)) {
			double value = percentile(rows, PARTS.get(indicator));
			return indicator.equals("page-cls") ? value / 1000 : value;
		}
		double quotient = sum(rows, 3) / sum(rows, 4);
		return indicator.equals("outages") ? quotient * 30 * 86_400 : quotient * 100;
	}

	/** From above: takes classes away until no more than the wanted part is left. */
	private static double percentile(List<String[]> rows, double part) {
		double wanted = part * sum(rows, 4);
		double left = sum(rows, 4);
		for (int i = rows.size() - 1; i >= 0; i--) {
			double many = Double.parseDouble(rows.get(i)[4]);
			double end = Double.parseDouble(rows.get(i)[3]);
			double start = (i > 0) ? Double.parseDouble(rows.get(i - 1)[3]) : 0;
			if (many > 0 && left - many < wanted) {
				return end - (left - wanted) / many * (end - start);
			}
			left -= many;
		}
		throw new IllegalStateException("Nothing was counted");
	}

	private @Nullable Double score(String indicator, String subject) {
		Double value = value(indicator, subject);
		if (value == null) {
			return null;
		}
		List<String[]> points = this.scales.stream().filter((row) -> row[0].equals(indicator)).toList();
		for (int i = points.size() - 1; i >= 0; i--) {
			double at = Double.parseDouble(points.get(i)[7]);
			double score = Double.parseDouble(points.get(i)[8]);
			if (value >= at) {
				if (i == points.size() - 1) {
					return score;
				}
				double next = Double.parseDouble(points.get(i + 1)[7]);
				return score + (value - at) / (next - at) * (Double.parseDouble(points.get(i + 1)[8]) - score);
			}
		}
		return Double.parseDouble(points.getFirst()[8]);
	}

	/** The mean by weights, and the percentage of weights with data. */
	private double[] weighted(String dimension, String subject) {
		double points = 0;
		double counted = 0;
		double all = 0;
		for (String indicator : this.scales.stream().map((row) -> row[0]).distinct().toList()) {
			String[] row = this.scales.stream().filter((one) -> one[0].equals(indicator)).findFirst().orElseThrow();
			if (row[1].equals(dimension) && (subject.equals("kota") || !row[2].equals("city"))) {
				Double score = score(indicator, subject);
				double weight = Double.parseDouble(row[6]);
				all += weight;
				counted += (score != null) ? weight : 0;
				points += (score != null) ? weight * score : 0;
			}
		}
		return new double[] { points / counted, 100 * counted / all };
	}

}
