package id.tangerangkota.layanan.web;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.spring6.SpringTemplateEngine;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageLinkBuilderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/buka/sabakota?platform=          | /buka/sabakota            | /buka/sabakota?lang=en
					/buka/sabakota?platform=WEBSITE   | /buka/sabakota?platform=WEBSITE | /buka/sabakota?platform=WEBSITE&lang=en
					/cari?q=&halaman=2                | /cari?halaman=2           | /cari?halaman=2&lang=en
					/cari?halaman=2&q=                | /cari?halaman=2           | /cari?halaman=2&lang=en
					/cari?a=&b=&c=3&d=&e=             | /cari?c=3                 | /cari?c=3&lang=en
					/cari?a=&b=#akhir                 | /cari#akhir               | /cari?lang=en#akhir
					/cari?q=#akhir                    | /cari#akhir               | /cari?lang=en#akhir
					/cari?q=b%3D                      | /cari?q=b%3D              | /cari?q=b%3D&lang=en
					/cari?lengkap                     | /cari?lengkap             | /cari?lengkap&lang=en
					?halaman=&q=                      | ?                         | ?lang=en
					/cari                             | /cari                     | /cari?lang=en
					""")
	void leavesOutParametersWithoutValueAndCarriesTheLanguage(String link, String indonesian, String english) {
		assertThat(written(link, "id")).isEqualTo(indonesian);
		assertThat(written(link, "en")).isEqualTo(english);
	}

	private static String written(String link, String language) {
		return new LanguageLinkBuilder().processLink(
				new ExpressionContext(new SpringTemplateEngine().getConfiguration(), Locale.of(language)), link);
	}

}
