package id.tangerangkota.layanan.catalog.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.catalog.ServiceSearch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalogue of a whole country costs, compared with that of the city. In an
 * ordinary build the country is small and only shows that everything works; times are
 * held to their limits by {@code -Pscale}.
 */
// A database of its own, because the others count 203 services.
@Tag("speed")
@SpringBootTest(properties = "spring.application.name=scale")
class ScaleIntegrationTests {

	private static final int COUNTRY = 100_000;

	private static final Duration LONGEST_IMPORT = Duration.ofSeconds(60);

	private static final int MOST_TIMES_SLOWER = 3;

	/** Common words reach a thousand services there, and none of them in the city. */
	private static final double LONGEST_SEARCH = 10;

	private static final int ROUNDS = 200;

	private static final Logger log = LoggerFactory.getLogger(ScaleIntegrationTests.class);

	private static final List<String> QUESTIONS = List.of("ktp hilang", "kartu kluarga", "daftar sekolah", "bayar pbb",
			"lowongan kerja", "rumah saktit", "banjir", "izin usaha", "harga sembako", "nikah", "akta lahir", "wifi",
			"kelurahan sukasari", "kecamatan", "sampah", "aplikasi", "dinas kesehatan", "bagaimana cara bikin ktp baru",
			"website resmi kelurahan", "pajak");

	private static final List<ServiceFilter> FILTERS = List.of(ServiceFilter.NONE,
			new ServiceFilter(null, null, null, null, null, null, true),
			new ServiceFilter(null, ServiceKind.APP, null, null, null, null, false),
			new ServiceFilter(null, ServiceKind.WEBSITE, null, null, null, null, true),
			new ServiceFilter(null, null, Platform.IOS, null, null, null, false),
			new ServiceFilter(null, null, Platform.WEB, null, null, null, true),
			new ServiceFilter("kesehatan", null, null, null, null, null, false),
			new ServiceFilter("wilayah", null, null, null, null, null, false),
			new ServiceFilter("kesehatan", ServiceKind.APP, null, null, null, null, false),
			new ServiceFilter(null, null, null, "disdukcapil", null, null, false),
			new ServiceFilter("kependudukan", null, null, "disdukcapil", null, null, false),
			new ServiceFilter(null, null, null, null, LifeEvent.BIRTH, null, true),
			new ServiceFilter(null, null, null, null, null, Audience.CIVIL_SERVANTS, true));

	@Autowired
	private CatalogImport importer;

	@Autowired
	private CatalogExport exporter;

	@Autowired
	private CpsvApExport cpsvAp;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private ServiceSearch search;

	@Value("${scale.services:2000}")
	private int services;

	@Test
	void carriesAWholeCountry() throws IOException {
		Cost small = measure("city");
		Duration imported = importCountry();
		Cost large = measure("country");
		assertThat(this.catalog.totals(null).services()).isEqualTo(203 + this.services);
		exportAll();
		log.info("SCALE ratio: list {} search {}", ratio(large.list(), small.list()),
				ratio(large.search(), small.search()));
		if (this.services >= COUNTRY) {
			assertThat(imported).isLessThan(LONGEST_IMPORT);
			assertThat(large.list()).isLessThan(MOST_TIMES_SLOWER * small.list());
			assertThat(large.search()).isLessThan(LONGEST_SEARCH);
		}
	}

	private Duration importCountry() throws IOException {
		try (InputStream file = SimulatedCountry.file(this.services)) {
			long start = System.nanoTime();
			CatalogImport.Outcome outcome = this.importer.run(file, false);
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			assertThat(outcome.problems()).isEmpty();
			assertThat(outcome.changed()).isEqualTo(this.services);
			log.info("SCALE import of {} services: {} ms", this.services, took.toMillis());
			return took;
		}
	}

	private void exportAll() throws IOException {
		long start = System.nanoTime();
		this.exporter.write(Writer.nullWriter());
		long between = System.nanoTime();
		this.cpsvAp.write(OutputStream.nullOutputStream());
		log.info("SCALE export: CSV {} ms, CPSV-AP {} ms", (between - start) / 1_000_000,
				(System.nanoTime() - between) / 1_000_000);
		try (InputStream file = SimulatedCountry.file(this.services)) {
			long again = System.nanoTime();
			assertThat(this.importer.run(file, false).changed()).isZero();
			log.info("SCALE import of the same again: {} ms", (System.nanoTime() - again) / 1_000_000);
		}
	}

	/** Medians in milliseconds. */
	private record Cost(double list, double search) {
	}

	private Cost measure(String what) {
		double list = median(FILTERS.size(), (n) -> {
			ServicePage page = this.catalog.list(FILTERS.get(n), 1, 20);
			assertThat(page.total()).isPositive();
		}, what + " list");
		double found = median(QUESTIONS.size(), (n) -> {
			ServicePage page = this.search.search(QUESTIONS.get(n), ServiceFilter.NONE, 1, 20).page();
			assertThat(page.items().size()).isLessThanOrEqualTo(20);
		}, what + " search");
		log.info("SCALE {}: list {} ms, search {} ms", what, round(list), round(found));
		return new Cost(list, found);
	}

	private static double median(int kinds, IntConsumer call, String what) {
		List<Double> all = new ArrayList<>();
		List<List<Double>> each = new ArrayList<>();
		for (int n = 0; n < kinds; n++) {
			each.add(new ArrayList<>());
		}
		for (int round = 0; round < ROUNDS; round++) {
			int n = round % kinds;
			long start = System.nanoTime();
			call.accept(n);
			double took = (System.nanoTime() - start) / 1e6;
			// The first rounds warm up machine and caches.
			if (round >= ROUNDS / 4) {
				all.add(took);
				each.get(n).add(took);
			}
		}
		List<String> details = each.stream().map((times) -> round(middle(times))).toList();
		log.info("SCALE {} in detail: {}", what, details);
		return middle(all);
	}

	private static double middle(List<Double> times) {
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

	private static String ratio(double large, double small) {
		return round(large / small);
	}

	private static String round(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
