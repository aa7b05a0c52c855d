package id.tangerangkota.layanan.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Which requests to list.
 *
 * @param kind null for all
 */
public record RequestFilter(View view, @Nullable RequestKind kind) {

	/** A part of the register of requests. */
	public enum View {

		/** What is or was for the staff: open ones first, the most urgent on top. */
		QUEUE,

		/** What is open. */
		OPEN,

		/** What is open although the time is over. */
		OVERDUE,

		/** What the staff answered. */
		ANSWERED,

		/** What people did themselves. */
		SELF_SERVED

	}

}
