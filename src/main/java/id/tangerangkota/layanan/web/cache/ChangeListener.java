package id.tangerangkota.layanan.web.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Hears of changes from PostgreSQL, on a connection of its own: one from the pool would
 * be missing there, and the pool would close it.
 */
class ChangeListener implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ChangeListener.class);

	private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(2);

	private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

	private final JdbcConnectionDetails database;

	private final PageStore store;

	private @Nullable Worker worker;

	ChangeListener(JdbcConnectionDetails database, PageStore store) {
		this.database = database;
		this.store = store;
	}

	@Override
	public synchronized void start() {
		if (this.worker == null) {
			this.worker = new Worker();
			Thread.ofPlatform().name("page-changes").daemon().start(this.worker);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.worker != null) {
			this.worker.stop();
			this.worker = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.worker != null;
	}

	/** Before the web server starts, and still there while it finishes its requests. */
	@Override
	public int getPhase() {
		return 0;
	}

	private Connection connect() throws SQLException {
		Properties properties = new Properties();
		set(properties, "user", this.database.getUsername());
		set(properties, "password", this.database.getPassword());
		properties.setProperty("ApplicationName", "layanan page changes");
		properties.setProperty("connectTimeout", "3");
		properties.setProperty("socketTimeout", "5");
		properties.setProperty("tcpKeepAlive", "true");
		Connection connection = new Driver().connect(this.database.getJdbcUrl(), properties);
		if (connection == null) {
			throw new SQLException("Not an address of PostgreSQL");
		}
		return connection;
	}

	/** A database that trusts whoever reaches it needs neither. */
	private static void set(Properties properties, String name, @Nullable String value) {
		if (value != null) {
			properties.setProperty(name, value);
		}
	}

	private final class Worker implements Runnable {

		private final CountDownLatch stopped = new CountDownLatch(1);

		private volatile @Nullable Connection connection;

		private boolean lost;

		@Override
		public void run() {
			while (isWanted()) {
				try (Connection opened = connect()) {
					this.connection = opened;
					listen(opened);
				}
				catch (SQLException | RuntimeException ex) {
					if (isWanted()) {
						lost(ex);
					}
				}
				pause();
			}
		}

		private void listen(Connection opened) throws SQLException {
			try (Statement statement = opened.createStatement()) {
				statement.execute("listen " + NotifyingPageChanges.CHANNEL);
				found();
				PGConnection news = opened.unwrap(PGConnection.class);
				while (isWanted()) {
					PGNotification[] notifications = news.getNotifications((int) BETWEEN_SIGNS_OF_LIFE.toMillis());
					for (PGNotification notification : notifications) {
						ChangeListener.this.store.drop(notification.getParameter());
					}
					// A connection that ends without a word is noticed only by talking.
					statement.execute("select 1");
				}
			}
		}

		private void found() {
			ChangeListener.this.store.connected();
			if (this.lost) {
				logger.info("Changes are heard of again; kept pages are made anew");
				this.lost = false;
			}
		}

		private void lost(Exception cause) {
			ChangeListener.this.store.disconnected();
			if (!this.lost) {
				logger.warn("Changes cannot be heard of: kept pages are shown with a notice until the database is back"
						+ " ({})", cause.getMessage());
				this.lost = true;
			}
		}

		private boolean isWanted() {
			return this.stopped.getCount() > 0;
		}

		private void pause() {
			try {
				this.stopped.await(BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				stop();
			}
		}

		void stop() {
			this.stopped.countDown();
			Connection open = this.connection;
			if (open != null) {
				try {
					// Closing would wait until the connection has nothing to do.
					open.abort(Runnable::run);
				}
				catch (SQLException ex) {
					logger.debug("The connection was gone already", ex);
				}
			}
		}

	}

}
