package id.tangerangkota.layanan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CarriersTests {

	private static final String IN_A_JAR = "jar:nested:/srv/layanan.jar/!BOOT-INF/classes/!/id/Portal.class";

	@AfterEach
	void forget() {
		System.clearProperty(Carriers.NUMBER);
		System.clearProperty(Carriers.REQUESTS);
	}

	@Test
	void areManyWhereJarsLieInAJar() {
		Carriers.provide(IN_A_JAR);
		assertThat(Integer.getInteger(Carriers.NUMBER)).isGreaterThanOrEqualTo(256);
		assertThat(System.getProperty(Carriers.REQUESTS)).as("of requests there are too many").isEqualTo("false");
	}

	@Test
	void areThoseOfTheJdkElsewhere() {
		Carriers.provide("file:/srv/classes/id/Portal.class");
		Carriers.provide("jar:file:/srv/lib/layanan.jar!/id/Portal.class");
		assertThat(System.getProperty(Carriers.NUMBER)).isNull();
		assertThat(System.getProperty(Carriers.REQUESTS)).isNull();
	}

	@Test
	void areThoseSomebodyAskedFor() {
		System.setProperty(Carriers.NUMBER, "4");
		System.setProperty(Carriers.REQUESTS, "true");
		Carriers.provide(IN_A_JAR);
		assertThat(System.getProperty(Carriers.REQUESTS)).isEqualTo("true");
		assertThat(System.getProperty(Carriers.NUMBER)).isEqualTo("4");
	}

}
