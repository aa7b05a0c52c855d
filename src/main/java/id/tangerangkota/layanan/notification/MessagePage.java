package id.tangerangkota.layanan.notification;

import java.util.List;

/**
 * A part of a list of messages.
 *
 * @param total how many there are, counted up to {@link MessageDesk#COUNT_LIMIT}
 */
public record MessagePage(List<MessageSummary> items, int total) {

	/** Whether there are more than were counted. */
	public boolean isCapped() {
		return this.total > MessageDesk.COUNT_LIMIT;
	}

}
