package id.tangerangkota.layanan.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlCheckerTests {

	@Test
	void findsNothingInASoundPage() {
		assertThat(HtmlChecker.problems(
				"<!DOCTYPE html><html lang=id><head><title>Layanan</title></head><body><h1>Layanan</h1></body></html>"))
			.isEmpty();
	}

	/** Hidden fields of forms have them. */
	@Test
	void bearsSlashesThatHaveNoEffect() {
		assertThat(HtmlChecker.problems(
				"<!DOCTYPE html><html lang=id><head><title>Layanan</title></head><body><h1>A<br/>B</h1></body></html>"))
			.isEmpty();
	}

	@Test
	void findsErrorsAndWarnings() {
		assertThat(HtmlChecker.problems(
				"<!DOCTYPE html><html><head><title>Layanan</title></head><body><img src=\"/a.png\"></body></html>"))
			.anyMatch((problem) -> problem.contains("alt"))
			.anyMatch((problem) -> problem.contains("lang"));
	}

}
