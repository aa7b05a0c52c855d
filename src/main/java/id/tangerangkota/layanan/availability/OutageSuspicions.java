package id.tangerangkota.layanan.availability;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * Takes reports of people who cannot use a service. Those about services that checks find
 * down, or that are in maintenance, tell nothing new and do not count.
 */
public interface OutageSuspicions {

	/** Where a report comes from. */
	enum Source {

		/** The button "tidak bisa dibuka untuk saya". */
		BUTTON,

		/** A complaint about the service. */
		COMPLAINT,

		/** An answer to a survey. */
		SURVEY

	}

	/**
	 * Takes a report. To be called outside of a transaction, because it counts the tries
	 * of a visitor.
	 * @param visitor who reports, as precisely as visitors are told apart (an address
	 * prefix, an account); it is not stored
	 * @return whether it counts: not when this visitor has just reported the service, or
	 * it is known not to work
	 */
	boolean report(ServiceId service, Source source, String visitor);

	/**
	 * As {@link #report}, of a tap on the button. Nothing but the network and the browser
	 * tells who taps, so one network alone never brings a suspicion about: it counts once
	 * less than is needed.
	 * @param network where the visitor taps from
	 */
	boolean tap(ServiceId service, String network, String visitor);

}
