package id.tangerangkota.layanan.privacy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

/** Everything held about a person, as people or programs read it. */
final class DataView {

	private DataView() {
	}

	/** Rows under a heading. */
	record Section(String title, List<List<Row>> entries) {
	}

	/** A fact with its label. */
	record Row(String label, @Nullable String text, @Nullable String href) {
	}

	/** For a screen, which others may see: a NIK shows its last four digits. */
	static List<Section> ofPage(List<DataSection> sections, FactText text, Locale locale) {
		return of(sections, text, locale,
				(value) -> Nik.isValid(value) ? Nik.parse(value).masked() : SixteenDigits.mask(value));
	}

	/** For a file of the person's own: in full. */
	static List<Section> ofFile(List<DataSection> sections, FactText text, Locale locale) {
		return of(sections, text, locale, UnaryOperator.identity());
	}

	private static List<Section> of(List<DataSection> sections, FactText text, Locale locale,
			UnaryOperator<String> mask) {
		return sections.stream()
			.map((section) -> new Section(text.label(section.key(), locale),
					section.entries().stream().map((entry) -> rows(entry, text, locale, mask)).toList()))
			.toList();
	}

	private static List<Row> rows(Entry entry, FactText text, Locale locale, UnaryOperator<String> mask) {
		List<Row> rows = new ArrayList<>();
		for (Fact fact : entry.facts()) {
			String value = text.text(fact, locale);
			rows.add(new Row(text.label(fact.key(), locale), (value != null) ? mask.apply(value) : null, null));
		}
		return rows;
	}

	/** For programs: names and codes that do not change with the language. */
	static List<Map<String, Object>> ofJson(List<DataSection> sections, FactText text, Locale locale) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (DataSection section : sections) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("name", FactText.name(section.key()));
			one.put("title", text.label(section.key(), locale));
			one.put("entries", section.entries().stream().map(DataView::json).toList());
			all.add(one);
		}
		return all;
	}

	private static Map<String, @Nullable Object> json(Entry entry) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		entry.facts().forEach((fact) -> facts.put(FactText.name(fact.key()), FactText.json(fact)));
		return facts;
	}

}
