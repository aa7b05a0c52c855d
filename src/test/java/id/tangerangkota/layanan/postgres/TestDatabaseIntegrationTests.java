package id.tangerangkota.layanan.postgres;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = TestDatabaseIntegrationTests.Application.class)
class TestDatabaseIntegrationTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void replacesTheEmbeddedServer() {
		assertThat(this.context.getBeanNamesForType(JdbcConnectionDetails.class)).containsExactly("testDatabase");
		assertThat(this.context.getBeansOfType(DataSource.class)).hasSize(1);
	}

	@Test
	void runsTheVersionTheDataFilesAreMeantFor() {
		assertThat(setting("server_version")).startsWith(EmbeddedServer.MAJOR_VERSION + ".");
	}

	@Test
	void sortsTheSameOnEverySystem() {
		assertThat(this.jdbc
			.sql("select concat(datlocprovider, datlocale) from pg_database where datname = current_database()")
			.query(String.class)
			.single()).isEqualTo("bC.UTF-8");
		assertThat(this.jdbc.sql("select upper('é')").query(String.class).single()).isEqualTo("É");
	}

	@Test
	void doesWithoutDurability() {
		assertThat(setting("fsync")).isEqualTo("off");
	}

	private String setting(String name) {
		return this.jdbc.sql("select current_setting(:name)").param("name", name).query(String.class).single();
	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class })
	@Import(EmbeddedPostgresConfiguration.class)
	static class Application {

	}

}
