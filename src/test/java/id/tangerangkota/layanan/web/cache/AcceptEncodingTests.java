package id.tangerangkota.layanan.web.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptEncodingTests {

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "GZIP", "x-gzip", "gzip, deflate", "gzip, deflate, br, zstd", "br, gzip",
			"br;q=1.0, gzip;q=0.8, *;q=0.1", "deflate ,  gzip ; q=0.001", "*", "identity;q=0.5, *", "gzip;q=1",
			"*;q=0, gzip" })
	void takesGzip(String header) {
		assertThat(AcceptEncoding.takesGzip(header)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "identity", "br", "deflate", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *",
			"gzip;q=zero", "gzip;q=", "gzip;q=2", "gzip;q=-1", "gzipped", ",,;", "gzip;q=NaN" })
	void doesWithoutGzip(String header) {
		assertThat(AcceptEncoding.takesGzip(header)).isFalse();
	}

	@Test
	void doesWithoutGzipWhenNothingIsSaid() {
		assertThat(AcceptEncoding.takesGzip(null)).isFalse();
	}

}
