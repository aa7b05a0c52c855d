package id.tangerangkota.layanan.availability;

/** Whether people can use a service. */
public enum ServiceState {

	/** It answers as it should. */
	UP,

	/**
	 * It answers, but slowly, or only some of its websites and apps do. Counts as up and
	 * is shown apart.
	 */
	DEGRADED,

	/** Confirmed: it cannot be used. Dated back to the first failure. */
	DOWN,

	/**
	 * Nobody can say: the portal's own network failed, nobody looked, or the service
	 * turns checks away. Does not count.
	 */
	UNKNOWN,

	/** Announced work is going on. Does not count. */
	MAINTENANCE,

	/** No check looks at it, or it is paused. Does not count. */
	UNMONITORED;

	/** Whether time in this state counts as up. */
	public boolean isUp() {
		return this == UP || this == DEGRADED;
	}

	/** Whether time in this state is part of uptime at all. */
	public boolean counts() {
		return isUp() || this == DOWN;
	}

}
