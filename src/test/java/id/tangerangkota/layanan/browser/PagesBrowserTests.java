package id.tangerangkota.layanan.browser;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public page in both languages, on a phone and on a desk, by day and by night. */
@BrowserTest
class PagesBrowserTests {

	private Inspection inspection;

	static Stream<Arguments> pages() {
		return Stream.of("id", "en")
			.flatMap((language) -> PublicPage.ALL.stream().map((page) -> Arguments.of(page, language)));
	}

	@BeforeAll
	void open(Portal portal) {
		this.inspection = new Inspection(portal);
	}

	@AfterAll
	void close() {
		this.inspection.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("pages")
	void holdUp(PublicPage wanted, String language) {
		this.inspection.inspect(wanted, language, false);
	}

}
