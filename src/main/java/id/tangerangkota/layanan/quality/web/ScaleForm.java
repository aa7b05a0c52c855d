package id.tangerangkota.layanan.quality.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A new version of a scale, as typed.
 *
 * @param versi number of the version its maker saw
 * @param dari the day it counts from
 * @param titik a point on each line: value = score
 * @param inggris the reason in English
 */
record ScaleForm(@Nullable String versi, @Nullable String dari, @Nullable String titik, @Nullable String target,
		@Nullable String bobot, @Nullable String alasan, @Nullable String inggris) {

	private static final int LONGEST_REASON = 600;

	private static final int MOST_POINTS = 20;

	private static final int FULL = 100;

	/** Beyond any value of an indicator. */
	private static final double GREATEST = 1e9;

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(?:[.,]\\d{1,6})?");

	/** With an apostrophe for whatever sets them off. */
	private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}'\\d{3}");

	private static final Pattern LINE = Pattern.compile("(\\S+)\\s*[=:;]\\s*(\\S+)");

	static ScaleForm of(Scale scale, LocalDate from, Locale locale) {
		return new ScaleForm(Integer.toString(scale.version()), from.toString(),
				scale.points()
					.stream()
					.map((point) -> typed(point.value(), locale) + " = " + typed(point.score(), locale))
					.collect(Collectors.joining("\n")),
				typed(scale.target(), locale), Integer.toString(scale.weight()), null, null);
	}

	private static String typed(double value, Locale locale) {
		return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(locale)).format(value);
	}

	/**
	 * Whatever is wrong is put on the fields; null then.
	 * @param locale of the page, whose readers set off thousands in their own way
	 */
	@Nullable Scale scale(String indicator, Errors errors, Locale locale) {
		LocalDate from = date(this.dari);
		if (from == null) {
			errors.rejectValue("dari", "quality.error.date");
		}
		List<Point> points = points(errors, locale);
		Double aim = number(this.target, locale);
		if (aim == null) {
			errors.rejectValue("target", "quality.error.number");
		}
		Double weight = number(this.bobot, locale);
		if (weight == null || weight < 0 || weight > FULL || weight != Math.rint(weight)) {
			errors.rejectValue("bobot", "quality.error.weight");
		}
		if (reason().isEmpty()) {
			errors.rejectValue("alasan", "quality.error.reason");
		}
		checkLength("alasan", reason(), errors);
		String english = reasonEn();
		checkLength("inggris", (english != null) ? english : "", errors);
		if (errors.hasErrors() || from == null || points == null || aim == null || weight == null) {
			return null;
		}
		return new Scale(indicator, seen() + 1, from, points, aim, weight.intValue());
	}

	private static void checkLength(String field, String text, Errors errors) {
		if (text.length() > LONGEST_REASON) {
			errors.rejectValue(field, "quality.error.long", new Object[] { LONGEST_REASON, text.length() }, null);
		}
	}

	private @Nullable List<Point> points(Errors errors, Locale locale) {
		List<Point> points = new ArrayList<>();
		List<String> lines = (this.titik != null)
				? this.titik.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList() : List.of();
		if (lines.size() < 2 || lines.size() > MOST_POINTS) {
			errors.rejectValue("titik", "quality.error.points.count", new Object[] { MOST_POINTS }, null);
			return null;
		}
		for (String line : lines) {
			Point point = point(line, locale);
			if (point == null) {
				errors.rejectValue("titik", "quality.error.points.line", new Object[] { points.size() + 1 }, null);
				return null;
			}
			points.add(point);
		}
		for (int i = 1; i < points.size(); i++) {
			if (points.get(i - 1).value() >= points.get(i).value()) {
				errors.rejectValue("titik", "quality.error.points.order", new Object[] { i + 1 }, null);
				return null;
			}
		}
		if (!isOneWay(points)) {
			errors.rejectValue("titik", "quality.error.points.way");
			return null;
		}
		return points;
	}

	private static @Nullable Point point(String line, Locale locale) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			return null;
		}
		Double value = number(matcher.group(1), locale);
		Double score = number(matcher.group(2), locale);
		return (value == null || score == null || score < 0 || score > FULL) ? null : new Point(value, score);
	}

	/** Scores rise, or fall: else there is no better and no worse. */
	private static boolean isOneWay(List<Point> points) {
		boolean rises = false;
		boolean falls = false;
		for (int i = 1; i < points.size(); i++) {
			rises |= points.get(i).score() > points.get(i - 1).score();
			falls |= points.get(i).score() < points.get(i - 1).score();
		}
		return rises != falls;
	}

	/**
	 * With a comma or a point. 30.000 is thirty thousand to Indonesian readers and thirty
	 * to others: what may be meant otherwise than it is read is refused.
	 */
	private static @Nullable Double number(@Nullable String typed, Locale locale) {
		String text = (typed != null) ? typed.strip() : "";
		char group = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
		if (!NUMBER.matcher(text).matches() || THOUSANDS.matcher(text.replace(group, '\'')).matches()) {
			return null;
		}
		double number = Double.parseDouble(text.replace(',', '.'));
		return (Math.abs(number) <= GREATEST) ? number : null;
	}

	private static @Nullable LocalDate date(@Nullable String typed) {
		try {
			return (typed != null) ? LocalDate.parse(typed.strip()) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * The version its maker saw; 0 where the form was tampered with, which is never the
	 * last.
	 */
	private int seen() {
		return (this.versi != null && this.versi.matches("\\d{1,6}")) ? Integer.parseInt(this.versi) : 0;
	}

	String reason() {
		return TypedText.maskedLine(this.alasan);
	}

	@Nullable String reasonEn() {
		String english = TypedText.maskedLine(this.inggris);
		return english.isEmpty() ? null : english;
	}

}
