package id.tangerangkota.layanan.notification;

/** What can happen that somebody is told. The names are stored. */
public enum HappeningKind {

	/** A service cannot be used. */
	OUTAGE_STARTED,

	/** An outage is over, which need not mean that the service works. */
	OUTAGE_ENDED,

	/** Several people cannot use a service that checks find up. */
	OUTAGE_SUSPECTED,

	/** Somebody entered an e-mail address to be told about a service. */
	SUBSCRIPTION_ASKED,

	/** An administrator wants to see whether a webhook arrives. */
	WEBHOOK_TESTED,

	/** A webhook did not answer for days and gets nothing more. */
	WEBHOOK_DISABLED

}
