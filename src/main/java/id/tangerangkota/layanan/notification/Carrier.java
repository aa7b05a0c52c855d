package id.tangerangkota.layanan.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Brings messages of one channel to their receivers. */
public interface Carrier {

	Channel channel();

	/** Whether there is a way at all. */
	boolean isReady();

	/**
	 * Carries messages for one receiver, several of them as one. Within time limits, for
	 * it is called inside of the transaction that holds them.
	 * @return null when they were taken
	 * @throws NobodyThere if there is nobody to tell any more
	 */
	@Nullable Failure carry(List<WaitingMessage> messages);

	/** Thrown where a receiver is gone, which is nobody's fault. */
	class NobodyThere extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public NobodyThere() {
			super("Nobody there", null, false, false);
		}

	}

}
