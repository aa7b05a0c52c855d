package id.tangerangkota.layanan.calendar;

import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells all nodes and other modules of a change, inside the transaction that makes it.
 */
@Component
class CalendarChanges {

	private final JdbcClient jdbc;

	private final KeptDays kept;

	private final ApplicationEventPublisher events;

	CalendarChanges(JdbcClient jdbc, KeptDays kept, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.kept = kept;
		this.events = events;
	}

	void changed(LocalDate first, LocalDate last) {
		this.jdbc.sql("update calendar.revision set number = nextval('calendar.revision_number')").update();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				CalendarChanges.this.kept.expire();
			}

			/**
			 * Listeners count again after the commit, and must not count with the old
			 * days.
			 */
			@Override
			public int getOrder() {
				return HIGHEST_PRECEDENCE;
			}

		});
		this.events.publishEvent(new HolidaysChanged(first, last));
	}

}
