package id.tangerangkota.layanan.web.error;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import id.tangerangkota.layanan.web.Overload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Records failures without their messages: those quote what people typed, down to the
 * values in an SQL statement. Types and lines of code say where to look.
 */
@Component
class FailureLog {

	private static final Logger logger = LoggerFactory.getLogger(FailureLog.class);

	private static final int FRAMES = 40;

	private static final int FRAMES_OF_CAUSE = 15;

	void write(Problem problem, Throwable failure) {
		if (failure instanceof Overload) {
			// Counted where it happens; a flood of lines would make it worse.
			return;
		}
		if (problem.status() == Problem.UNAVAILABLE) {
			logger.warn("The database is not available: {}", failure.getClass().getName());
		}
		else if (problem.status() >= Problem.INTERNAL_ERROR) {
			logger.error("A page failed{}", trace(failure));
		}
	}

	static String trace(Throwable failure) {
		StringBuilder trace = new StringBuilder();
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		@Nullable Throwable cause = failure;
		while (cause != null && seen.add(cause)) {
			trace.append(System.lineSeparator()).append((cause == failure) ? "" : "caused by ");
			trace.append(cause.getClass().getName());
			if (cause instanceof SQLException ex) {
				trace.append(" (state ").append(ex.getSQLState()).append(')');
			}
			StackTraceElement[] frames = cause.getStackTrace();
			for (int i = 0; i < Math.min(frames.length, (cause == failure) ? FRAMES : FRAMES_OF_CAUSE); i++) {
				trace.append(System.lineSeparator()).append("\tat ").append(frames[i]);
			}
			cause = cause.getCause();
		}
		return trace.toString();
	}

}
