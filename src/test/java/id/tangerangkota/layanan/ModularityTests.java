package id.tangerangkota.layanan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the modules to the dependencies they declare, and draws them. */
class ModularityTests {

	private static final ApplicationModules modules = ApplicationModules.of(LayananApplication.class);

	@Test
	void keepToTheirDeclaredDependencies() {
		modules.verify();
	}

	/**
	 * A start without the list reads all classes, and one with an old list leaves tables
	 * out.
	 */
	@Test
	void areListedByTheBuild() throws IOException {
		try (InputStream list = new ClassPathResource(ApplicationModulesExporter.DEFAULT_LOCATION).getInputStream()) {
			assertThat(JsonMapper.shared().readTree(list).propertyNames()).containsExactlyInAnyOrderElementsOf(
					modules.stream().map((module) -> module.getIdentifier().toString()).toList());
		}
	}

	@Test
	void writeTheirDocumentation() {
		new Documenter(modules).writeModulesAsPlantUml()
			.writeIndividualModulesAsPlantUml()
			.writeModuleCanvases()
			.writeAggregatingDocument();
		assertThat(Path.of("target", "spring-modulith-docs", "components.puml")).isNotEmptyFile();
	}

}
