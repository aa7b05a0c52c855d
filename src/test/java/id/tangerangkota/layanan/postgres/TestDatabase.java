package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A database of its own on the one server all tests of this JVM share. */
record TestDatabase(String getJdbcUrl) implements JdbcConnectionDetails {

	private static final AtomicInteger count = new AtomicInteger();

	static TestDatabase create() {
		String name = "test" + count.incrementAndGet();
		try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot create database " + name, ex);
		}
		return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "";
	}

	/**
	 * Started by the first use and thrown away at the end, so nothing needs to be
	 * durable.
	 */
	private static final class Server {

		static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setRegisterShutdownHook(false)
				.setServerConfig("timezone", "UTC")
				.setServerConfig("full_page_writes", "off");
			ClusterLocale.settings().forEach(builder::setLocaleConfig);
			try {
				EmbeddedPostgres postgres = builder.start();
				// After all contexts: a pool whose server is gone holds up the exit for
				// 30 s.
				SpringApplication.getShutdownHandlers().add(() -> close(postgres));
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void close(EmbeddedPostgres postgres) {
			try {
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
