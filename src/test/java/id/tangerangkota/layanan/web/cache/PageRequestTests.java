package id.tangerangkota.layanan.web.cache;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageRequestTests {

	private static final Route ROUTE = new Route(List.of("kategori", "halaman"), Set.of("q"), false, List.of(),
			Duration.ofMinutes(1));

	/** It takes all parameters there are, to say which it does not know. */
	private static final Route STRICT = new Route(List.of("page"), Set.of("size"), true, List.of(),
			Duration.ofMinutes(1));

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, /layanan", "'', /layanan", "utm_source=a&fbclid=b, /layanan", "lang=id, /layanan",
					"lang=fr, /layanan", "lang=en, /layanan?lang=en",
					"halaman=2&kategori=pajak, /layanan?kategori=pajak&halaman=2",
					"lang=en&halaman=2&x=1&kategori=pajak, /layanan?kategori=pajak&halaman=2&lang=en",
					"kategori=&q=&halaman=, /layanan", "kategori=a%20b, /layanan?kategori=a+b",
					"kategori=a+b, /layanan?kategori=a+b", "utm_source=%zz, /layanan", "&&=&, /layanan" })
	void namesOnePageInOneWay(@Nullable String query, String key) {
		PageRequest page = read(query);
		assertThat(page).isNotNull();
		assertThat(page.key()).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kategori=a&kategori=b", "kategori=%zz", "kategori=%00", "kategori=%ED%A0%80", "q=wifi",
			"halaman=2&q=wifi" })
	void leavesTheRestToThePage(String query) {
		assertThat(read(query)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x=1", "x=", "x", "page=2&x=1", "p%61ge=2", "size=5", "lang=en" })
	void leavesWhatItDoesNotKnowToAPageThatRefusesIt(String query) {
		assertThat(PageRequest.of(STRICT, "/api", query, Language.INDONESIAN)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "page=2, /api?page=2", "page=, /api", "'', /api", "&, /api" })
	void keepsWhatAPageThatRefusesTheRestKnows(String query, String key) {
		PageRequest page = PageRequest.of(STRICT, "/api", query, Language.INDONESIAN);
		assertThat(page).isNotNull();
		assertThat(page.key()).isEqualTo(key);
	}

	@Test
	void leavesLongValuesToThePage() {
		assertThat(read("kategori=" + "a".repeat(101))).isNull();
		assertThat(read("utm_source=" + "a".repeat(3000))).isNull();
	}

	private static @Nullable PageRequest read(@Nullable String query) {
		boolean english = query != null && query.contains("lang=en");
		return PageRequest.of(ROUTE, "/layanan", query, english ? Language.ENGLISH : Language.INDONESIAN);
	}

}
