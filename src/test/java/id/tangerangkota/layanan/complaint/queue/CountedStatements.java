package id.tangerangkota.layanan.complaint.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Counts the statements that Spring and Hibernate send, by what they log. */
final class CountedStatements {

	private static final String[] LOGGERS = { "org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL" };

	private CountedStatements() {
	}

	static int during(Runnable work) {
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		events.start();
		for (String name : LOGGERS) {
			Logger logger = (Logger) LoggerFactory.getLogger(name);
			logger.setLevel(Level.DEBUG);
			logger.setAdditive(false);
			logger.addAppender(events);
		}
		try {
			work.run();
		}
		finally {
			for (String name : LOGGERS) {
				Logger logger = (Logger) LoggerFactory.getLogger(name);
				logger.detachAppender(events);
				logger.setAdditive(true);
				logger.setLevel(null);
			}
		}
		return (int) events.list.stream()
			.map(ILoggingEvent::getMessage)
			.filter((message) -> !message.startsWith("Executing prepared SQL query"))
			.count();
	}

}
