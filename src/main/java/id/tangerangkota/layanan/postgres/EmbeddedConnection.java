package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * The way to the embedded server, which this process runs itself or, as a command, shares
 * with the portal that runs it.
 */
final class EmbeddedConnection implements JdbcConnectionDetails {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedConnection.class);

	private final int port;

	private final @Nullable EmbeddedServer own;

	private EmbeddedConnection(int port, @Nullable EmbeddedServer own) {
		this.port = port;
		this.own = own;
	}

	/** Refuses a directory in use: two portals on it would be two sources of truth. */
	static EmbeddedConnection ofPortal(DataDirectory directory) {
		EmbeddedConnection connection = start(directory).orElseThrow(() -> inUse(directory));
		logger.warn("Using the embedded PostgreSQL in {}: good for trying out and developing, not for production."
				+ " Set spring.datasource.url for a server of its own.", directory.cluster());
		return connection;
	}

	static EmbeddedConnection ofCommand(DataDirectory directory) {
		return start(directory).orElseGet(() -> new EmbeddedConnection(runningPort(directory), null));
	}

	private static Optional<EmbeddedConnection> start(DataDirectory directory) {
		return DataDirectoryLock.tryAcquire(directory).map((lock) -> {
			EmbeddedServer server = EmbeddedServer.start(directory, lock);
			// Runs when every context is closed: a pool without its server waits for
			// long.
			SpringApplication.getShutdownHandlers().add(server::close);
			return new EmbeddedConnection(server.port(), server);
		});
	}

	private static int runningPort(DataDirectory directory) {
		try {
			return directory.postmaster()
				.filter(Postmaster::ready)
				.map(Postmaster::port)
				.orElseThrow(() -> new FailureAnalyzedException("The PostgreSQL in %s, run by %s, is not ready."
					.formatted(directory.cluster(), holder(directory)), "Try again in a moment."));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + directory.postmasterFile(), ex);
		}
	}

	private static FailureAnalyzedException inUse(DataDirectory directory) {
		return new FailureAnalyzedException(
				"The data directory %s is already in use by %s.".formatted(directory.root(), holder(directory)),
				"Use the portal that runs already, or stop it and start again. For a second portal beside it set"
						+ " layanan.data-dir to a directory of its own, or spring.datasource.url to a server both share.");
	}

	private static String holder(DataDirectory directory) {
		return DataDirectoryLock.holder(directory).map(LockHolder::toString).orElse("another process");
	}

	/** Tells whoever finds the directory taken where the portal is to be found. */
	@EventListener
	void on(WebServerInitializedEvent event) {
		// The management server, a child context with a namespace, is not the portal.
		if (this.own != null && event.getApplicationContext().getServerNamespace() == null) {
			this.own.announce("http://localhost:" + event.getWebServer().getPort());
		}
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	/** Empty: the server trusts whoever reaches it, and listens on loopback only. */
	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://localhost:%d/postgres".formatted(this.port);
	}

}
