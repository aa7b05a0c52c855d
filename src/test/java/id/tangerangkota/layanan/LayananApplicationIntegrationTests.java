package id.tangerangkota.layanan;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class LayananApplicationIntegrationTests {

	@Nested
	@ExtendWith(OutputCaptureExtension.class)
	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
	// Started here, so that its output is heard, not taken over from another test.
	@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
	class AsPortal {

		@LocalServerPort
		private int port;

		@Test
		void namesItsAddressLast(CapturedOutput output) {
			assertThat(output.getOut().stripTrailing())
				.endsWith("Layanan Kota Tangerang: http://localhost:" + this.port);
		}

	}

	/** As the commands start it; what only works in a web application must say so. */
	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	class AsCommand {

		@Autowired
		private ApplicationContext context;

		@Test
		void startsWithoutWebServer() {
			assertThat(this.context).isNotInstanceOf(WebApplicationContext.class);
		}

	}

}
