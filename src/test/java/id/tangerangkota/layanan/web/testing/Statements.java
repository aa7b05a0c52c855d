package id.tangerangkota.layanan.web.testing;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Which statements a piece of work sends to the database, as they are logged. */
public final class Statements {

	private static final List<String> LOGGERS = List.of("org.springframework.jdbc.core.JdbcTemplate",
			"org.hibernate.SQL");

	private Statements() {
	}

	/** Those of this thread alone: jobs go on meanwhile. */
	public static List<String> of(Runnable work) {
		List<String> heard = new ArrayList<>();
		AppenderBase<ILoggingEvent> appender = new OfThread(Thread.currentThread(), heard);
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
		// Beside "Executing prepared SQL query", which says less.
		return heard.stream()
			.filter((message) -> !message.matches("Executing (prepared )?SQL (query|update|batch update)"))
			.toList();
	}

	/**
	 * Asked while it is logged: afterwards an event takes whoever asks for its thread.
	 */
	private static final class OfThread extends AppenderBase<ILoggingEvent> {

		private final Thread thread;

		private final List<String> heard;

		OfThread(Thread thread, List<String> heard) {
			this.thread = thread;
			this.heard = heard;
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (Thread.currentThread() == this.thread) {
				this.heard.add(event.getFormattedMessage());
			}
		}

	}

}
