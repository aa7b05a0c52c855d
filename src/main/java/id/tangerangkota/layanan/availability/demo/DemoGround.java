package id.tangerangkota.layanan.availability.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Makes sure, before anything is written, that the database is empty or the demo's own: a
 * made-up past must never get among real records.
 */
final class DemoGround {

	/** Tables and views of anybody. */
	private static final String TAKEN = """
			select exists (select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%')
			""";

	private static final String OWN = "select to_regclass('demo.ground') is not null";

	private DemoGround() {
	}

	/**
	 * Marks an empty database as the demo's own.
	 * @throws FailureAnalyzedException if it holds other data
	 */
	static void claim(DataSource database) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			if (is(statement, OWN)) {
				return;
			}
			if (is(statement, TAKEN)) {
				throw new FailureAnalyzedException(
						"The database %s holds other data, and the demo never mixes with it."
							.formatted(connection.getMetaData().getURL()),
						"Start the profile demo without spring.datasource.url, so that it makes a database of its own in"
								+ " data/demo, or with an empty database, or choose another place with layanan.data-dir.");
			}
			statement.execute(
					"""
							create schema demo;
							create table demo.ground (
								only_row boolean not null default true constraint ground_pk primary key
									constraint ground_one check (only_row),
								made_until timestamptz
							);
							comment on table demo.ground is 'Marks this database as a demo: all it holds is made up';
							comment on column demo.ground.made_until is 'Up to when the past was made up; null while it was not';
							insert into demo.ground default values;
							create table demo.part (
								name    text        not null constraint part_pk primary key,
								made_at timestamptz not null
							);
							comment on table demo.part is 'Which other parts of the past were made up; each is made once';
							""");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Whether the database is the demo's own cannot be told", ex);
		}
	}

	private static boolean is(Statement statement, String question) throws SQLException {
		try (ResultSet answer = statement.executeQuery(question)) {
			return answer.next() && answer.getBoolean(1);
		}
	}

}
