package id.tangerangkota.layanan;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the modules to the dependencies they declare, and draws them. */
class ModularityTests {

	private static final ApplicationModules modules = ApplicationModules.of(LayananApplication.class);

	@Test
	void keepToTheirDeclaredDependencies() {
		modules.verify();
	}

	@Test
	void writeTheirDocumentation() {
		new Documenter(modules).writeDocumentation();
		assertThat(Path.of("target", "spring-modulith-docs", "components.puml")).isNotEmptyFile();
	}

}
