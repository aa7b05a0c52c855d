package id.tangerangkota.layanan.web.testing;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Which statements a piece of work sends to the database, as they are logged. */
public final class Statements {

	private static final List<String> LOGGERS = List.of("org.springframework.jdbc.core.JdbcTemplate",
			"org.hibernate.SQL");

	private Statements() {
	}

	/** Those of this thread alone. */
	public static List<String> of(Runnable work) {
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		List<Logger> loggers = LOGGERS.stream().map((name) -> (Logger) LoggerFactory.getLogger(name)).toList();
		loggers.forEach((logger) -> {
			logger.setLevel(Level.DEBUG);
			logger.setAdditive(false);
			logger.addAppender(appender);
		});
		try {
			work.run();
		}
		finally {
			loggers.forEach((logger) -> {
				logger.detachAppender(appender);
				logger.setAdditive(true);
				logger.setLevel(null);
			});
		}
		String thread = Thread.currentThread().getName();
		return List.copyOf(appender.list)
			.stream()
			.filter((event) -> event.getThreadName().equals(thread))
			.map(ILoggingEvent::getFormattedMessage)
			// Beside "Executing prepared SQL query", which says less.
			.filter((message) -> !message.matches("Executing (prepared )?SQL (query|update|batch update)"))
			.toList();
	}

}
