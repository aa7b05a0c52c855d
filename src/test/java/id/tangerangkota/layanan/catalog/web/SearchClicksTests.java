package id.tangerangkota.layanan.catalog.web;

import id.tangerangkota.layanan.catalog.ServiceUsage;
import jakarta.servlet.ServletRequestEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

class SearchClicksTests {

	private final ServiceUsage usage = mock(ServiceUsage.class);

	@ParameterizedTest
	@CsvSource({ "GET, /layanan/spmb, urut=1, 1", "GET, /layanan/spmb, urut=3&lang=en, 1",
			"GET, /layanan/spmb, lang=en&urut=2, 1", "GET, /layanan/spmb, urut=4, 0", "GET, /layanan/spmb, urut=12, 0",
			"GET, /layanan/spmb, murut=1, 0", "GET, /layanan/spmb, , 0", "HEAD, /layanan/spmb, urut=1, 0",
			"GET, /layanan, urut=1, 0", "GET, /status/spmb, urut=1, 0" })
	void countsOnlyWhoCameFromOneOfTheFirstThree(String method, String path, String query, int counted) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setQueryString(query);
		new SearchClicks(this.usage).requestInitialized(new ServletRequestEvent(new MockServletContext(), request));
		then(this.usage).should(times(counted)).found();
	}

}
