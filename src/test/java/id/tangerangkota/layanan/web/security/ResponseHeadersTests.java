package id.tangerangkota.layanan.web.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseHeadersTests {

	@Test
	void asksForEncryptionOnlyWhereThereIsSome() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		assertThat(apply(request).getHeader("Strict-Transport-Security")).isNull();
		request.setSecure(true);
		assertThat(apply(request).getHeader("Strict-Transport-Security"))
			.isEqualTo("max-age=63072000; includeSubDomains");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/services", "/api", "/open311/v2/requests.json", "/feed/insiden.atom",
			"/lencana/a.svg" })
	void letsOtherSitesReadOpenData(String path) {
		MockHttpServletResponse response = apply(new MockHttpServletRequest("GET", path));
		assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(response.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/apia", "/layanan/api", "/feeder" })
	void keepsPagesToThisSite(String path) {
		MockHttpServletResponse response = apply(new MockHttpServletRequest("GET", path));
		assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
		assertThat(response.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
	}

	@Test
	void needsNoException() {
		String policy = apply(new MockHttpServletRequest("GET", "/")).getHeader("Content-Security-Policy");
		assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe").doesNotContain("*");
	}

	@Test
	void namesEachRequest() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		String id = apply(request).getHeader("X-Request-Id");
		assertThat(id).matches("[2-9a-z]{12}").isEqualTo(RequestId.of(request));
		assertThat(RequestId.of(new MockHttpServletRequest())).isNotEqualTo(id);
	}

	private static MockHttpServletResponse apply(MockHttpServletRequest request) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		ResponseHeaders.apply(request, response);
		return response;
	}

}
