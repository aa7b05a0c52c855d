package id.tangerangkota.layanan.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.LayananApplication;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The portal as docker-compose.yml runs it: one role owns the database and migrates, the
 * portal works as another. The roles are made by the very script the image runs.
 */
@PortalTest
@TestInstance(Lifecycle.PER_CLASS)
class SeparateRolesIntegrationTests {

	private static final Path SCRIPT = Path.of("ops", "postgres", "10-layanan.sh");

	private static final String CONNECT = "\\connect layanan";

	private final String server;

	private JdbcClient jdbc;

	private ConfigurableApplicationContext portal;

	SeparateRolesIntegrationTests(@Autowired JdbcConnectionDetails details) {
		this.server = details.getJdbcUrl();
	}

	@BeforeAll
	void startThePortal() throws IOException {
		String script = Files.readString(SCRIPT);
		String sql = script.substring(script.indexOf("<<'SQL'\n") + 8, script.lastIndexOf("SQL"));
		assertThat(sql).contains(CONNECT);
		run("postgres", sql.substring(0, sql.indexOf(CONNECT)));
		run("layanan", sql.substring(sql.indexOf(CONNECT) + CONNECT.length()));
		this.portal = new SpringApplicationBuilder(LayananApplication.class).run("--server.port=0",
				"--spring.datasource.url=" + url("layanan"), "--spring.datasource.username=layanan",
				"--spring.datasource.password=app's", "--spring.flyway.user=layanan_owner",
				"--spring.flyway.password=owner's");
		this.jdbc = this.portal.getBean(JdbcClient.class);
	}

	@AfterAll
	void stopThePortal() {
		if (this.portal != null) {
			this.portal.close();
		}
		JdbcClient superuser = superuser("postgres");
		superuser.sql("drop database if exists layanan with (force)").update();
		superuser.sql("drop role if exists layanan").update();
		superuser.sql("drop role if exists layanan_owner").update();
	}

	@Test
	void oneRoleOwnsEverythingAndAnotherWorks() {
		assertThat(this.jdbc.sql("select current_user").query(String.class).single()).isEqualTo("layanan");
		assertThat(this.jdbc.sql("""
				select distinct tableowner from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
				union select distinct pg_get_userbyid(nspowner) from pg_namespace
					where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')""")
			.query(String.class)
			.list()).containsExactly("layanan_owner");
	}

	@Test
	void thePortalReadsAndChangesRowsOfEveryModule() {
		assertThat(this.jdbc.sql("""
				select schemaname || '.' || tablename from pg_tables
				where schemaname not in ('pg_catalog', 'information_schema', 'audit')
					and not has_table_privilege(schemaname || '.' || tablename, 'select')
					and not has_table_privilege(schemaname || '.' || tablename, 'insert')
					and not has_table_privilege(schemaname || '.' || tablename, 'update')
					and not has_table_privilege(schemaname || '.' || tablename, 'delete')""")
			.query(String.class)
			.list()).isEmpty();
		// With what the release brings loaded, and an act that touches several tables.
		this.portal.getBean(CatalogDesk.class).verify("disdukcapil", Platform.WEB, "Diskominfo");
		assertThat(this.jdbc.sql("select count(*) from catalog.service").query(Long.class).single()).isEqualTo(203);
	}

	/** Tables of days are made and dropped by the owner, on the portal's word. */
	@Test
	void thePortalKeepsADayOfResults() {
		this.jdbc.sql("select availability.make_partition(current_date + n) from generate_series(-1, 1) n")
			.query((row) -> {
			});
		this.jdbc.sql("""
				insert into availability.result (at, check_id, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node)
				values (now(), 1, 1, 0, 200, 0, 0, 0, 0, 0, 0, 1)""").update();
		assertThat(this.jdbc.sql("select count(*) from availability.result").query(Long.class).single()).isOne();
	}

	@Test
	void thePortalWritesTheTrailAndItHolds() {
		this.portal.publishEvent(new TestAct("roles.acted"));
		this.portal.getBean(AuditTrail.class).refuse(new TestAct("roles.refused"));
		this.portal.getBean(Anchors.class).store();
		AuditVerifier.Outcome outcome = this.portal.getBean(AuditChecks.class).run(List.of());
		assertThat(outcome.problems()).isEmpty();
		assertThat(outcome.entries()).isGreaterThanOrEqualTo(2);
		assertThat(this.portal.getBean(AuditReader.class).state().problem()).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "update audit.entry set outcome = 'DONE'", "delete from audit.entry", "truncate audit.entry",
					"update audit.anchor set seq = 1", "delete from audit.anchor", "truncate audit.anchor",
					"delete from audit.chain", "truncate audit.chain", "update audit.verification set problem = null",
					"delete from audit.verification", "truncate audit.verification" })
	void thePortalTakesNothingBack(String statement) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.withStackTraceContaining("permission denied");
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table audit.entry disable trigger entry_append_only", "drop table audit.entry",
			"drop schema audit cascade",
			"create or replace function audit.refuse_change() returns trigger" + " language sql as 'select null'",
			"alter table audit.entry owner to layanan" })
	void thePortalOwnsNothing(String statement) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.satisfies((ex) -> assertThat(ex.getMostSpecificCause().getMessage()).containsAnyOf("must be owner",
					"permission denied"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "create schema mine", "create table public.mine (a int)", "create table audit.mine (a int)",
					"create temporary table mine (a int)", "create extension hstore", "set role layanan_owner" })
	void thePortalMakesNothing(String statement) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.withStackTraceContaining("permission denied");
	}

	/** As psql would: one statement after the other. */
	private void run(String database, String sql) {
		JdbcClient client = superuser(database);
		for (String statement : sql.replaceAll("(?m)^\\\\getenv.*$", "")
			.replace(":'owner_password'", "'owner''s'")
			.replace(":'password'", "'app''s'")
			.split(";")) {
			if (!statement.isBlank()) {
				client.sql(statement).update();
			}
		}
	}

	private JdbcClient superuser(String database) {
		return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", ""));
	}

	private String url(String database) {
		return this.server.replaceFirst("/[^/?]+(\\?.*)?$", "/" + database);
	}

}
