package id.tangerangkota.layanan;

import id.tangerangkota.layanan.availability.probe.Names;
import id.tangerangkota.layanan.identity.DemoAccounts;
import id.tangerangkota.layanan.web.Demo;
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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

class LayananApplicationIntegrationTests {

	@Nested
	@ExtendWith(OutputCaptureExtension.class)
	@PortalTest
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

	/** As everybody starts it who has not asked for the profile. */
	@Nested
	@PortalTest
	class WithoutDemo {

		@Autowired
		private ApplicationContext context;

		@Test
		void hasNothingOfTheDemo() {
			assertThat(this.context.getBean(Demo.class).on()).isFalse();
			assertThat(this.context.getBeansOfType(Names.class)).isEmpty();
			assertThat(this.context.getBeansOfType(DemoAccounts.class)).isEmpty();
			assertThat(this.context.getBeanDefinitionNames()).noneMatch((name) -> {
				Class<?> type = this.context.getType(name, false);
				return type != null && type.getName().startsWith("id.tangerangkota.layanan.availability.demo.");
			});
			assertThat(this.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
				.getHandlerMethods()
				.keySet()
				.stream()
				.flatMap((route) -> route.getPatternValues().stream())).noneMatch((path) -> path.startsWith("/demo"));
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
