package id.tangerangkota.layanan.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures the search with queries in citizens' own words, labelled by hand with the
 * services (or pointers) that would satisfy the person. Some queries were held out while
 * synonyms and keywords were written.
 */
@PortalTest
class SearchQualityIntegrationTests {

	private static final int SHOWN = 3;

	private static final Logger log = LoggerFactory.getLogger(SearchQualityIntegrationTests.class);

	@Autowired
	private ServiceSearch search;

	private record Query(String typed, Set<String> expected, String set) {

	}

	private record Outcome(Query query, List<String> found) {

		/** Place of the first satisfying answer from 1, 0 when there is none. */
		int place() {
			for (int i = 0; i < this.found.size(); i++) {
				if (this.query.expected().contains(this.found.get(i))) {
					return i + 1;
				}
			}
			return 0;
		}

	}

	@Test
	void findsWhatPeopleWantAmongTheFirstThree() throws IOException {
		List<Outcome> outcomes = queries().stream().map(this::ask).toList();
		outcomes.stream()
			.filter((outcome) -> outcome.place() == 0 || outcome.place() > SHOWN)
			.forEach((outcome) -> log.info("Missed: {} wanted {} got {}", outcome.query().typed(),
					outcome.query().expected(), outcome.found().stream().limit(5).toList()));
		report("all", outcomes);
		List<Outcome> heldOut = outcomes.stream().filter((outcome) -> "heldout".equals(outcome.query().set())).toList();
		report("held out", heldOut);
		assertThat(outcomes).hasSizeGreaterThanOrEqualTo(150);
		assertThat(success(outcomes)).isGreaterThanOrEqualTo(0.9);
		assertThat(success(heldOut)).isGreaterThanOrEqualTo(0.8);
	}

	@Test
	void findsAllThatAPlainWishMeans() {
		assertThat(found("bayar pajak")).contains("cek-pbb", "pajak-online", "bphtb");
		assertThat(found("internet mati")).startsWith("pointer:wifi-publik", "diskominfo")
			.doesNotContain("disdukcapil");
		assertThat(found("nikah")).startsWith("pointer:nikah").contains("disdukcapil");
	}

	@Test
	void suggestsNothingThatWasTyped() {
		assertThat(this.search.search("bpjs", ServiceFilter.NONE, 1, 10).nearest()).doesNotContain("bpjs");
	}

	private List<String> found(String typed) {
		return ask(new Query(typed, Set.of(), "")).found();
	}

	private static void report(String name, List<Outcome> outcomes) {
		log.info("Search quality, {}: {} queries, success@3 {}, MRR {}", name, outcomes.size(),
				round(success(outcomes)),
				round(outcomes.stream().mapToDouble((o) -> (o.place() > 0) ? 1.0 / o.place() : 0).average().orElse(0)));
	}

	private static String round(double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}

	private static double success(List<Outcome> outcomes) {
		return (double) outcomes.stream().filter((o) -> o.place() > 0 && o.place() <= SHOWN).count() / outcomes.size();
	}

	/** Answers in the order of the page: pointers stand above the services. */
	private Outcome ask(Query query) {
		SearchResult result = this.search.search(query.typed(), ServiceFilter.NONE, 1, 10);
		List<String> found = Stream
			.concat(result.pointers().stream().map((pointer) -> "pointer:" + pointer.slug()),
					result.page().items().stream().map(ServiceSummary::slug))
			.toList();
		return new Outcome(query, found);
	}

	private static List<Query> queries() throws IOException {
		List<Query> queries = new ArrayList<>();
		try (InputStream in = new ClassPathResource("search/queries.csv").getInputStream();
				CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			for (NamedCsvRecord row : csv) {
				queries.add(new Query(row.getField("query"),
						Stream.of(row.getField("expected").split("\\|")).collect(Collectors.toSet()),
						row.getField("set")));
			}
		}
		return queries;
	}

}
