package id.tangerangkota.layanan.web;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTests {

	private static final Locale INDONESIAN = Locale.of("id");

	@Test
	void writesAsPeopleDo() {
		assertThat(NumberText.exact(1957349.5, 2, INDONESIAN)).isEqualTo("1.957.349,50");
		assertThat(NumberText.exact(1957349.5, 2, Locale.ENGLISH)).isEqualTo("1,957,349.50");
		assertThat(NumberText.upTo(99.8, 3, INDONESIAN)).isEqualTo("99,8");
		assertThat(NumberText.upTo(100.0, 2, INDONESIAN)).isEqualTo("100");
	}

	@Test
	void writesSharesOnOneLine() {
		assertThat(NumberText.percent(99.8, 2, INDONESIAN)).isEqualTo("99,80\u00a0%");
		assertThat(NumberText.percent(99.8, 2, Locale.ENGLISH)).isEqualTo("99.80%");
		assertThat(NumberText.percent(100.0, 2, INDONESIAN)).isEqualTo("100\u00a0%");
		assertThat(NumberText.percent(0, 1, Locale.ENGLISH)).isEqualTo("0%");
		assertThat(NumberText.percent(67.4, 0, INDONESIAN)).isEqualTo("67\u00a0%");
	}

	@Test
	void knowsNoNegativeNothing() {
		assertThat(NumberText.exact(-0.04, 1, INDONESIAN)).isEqualTo("0,0");
		assertThat(NumberText.upTo(-0.04, 1, Locale.ENGLISH)).isEqualTo("0");
		assertThat(NumberText.exact(-0.06, 1, INDONESIAN)).isEqualTo("-0,1");
	}

}
