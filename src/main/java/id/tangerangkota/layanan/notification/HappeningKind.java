package id.tangerangkota.layanan.notification;

/** What can happen that somebody is told. The names are stored. */
public enum HappeningKind {

	/** A service cannot be used. */
	OUTAGE_STARTED,

	/** An outage is over, which need not mean that the service works. */
	OUTAGE_ENDED,

	/** Work on a service is over, and it can be used. */
	SERVICE_BACK,

	/** Several people cannot use a service that checks find up. */
	OUTAGE_SUSPECTED,

	/** The certificate of a service ends soon. */
	CERTIFICATE_ENDING,

	/** The desk received a complaint. */
	COMPLAINT_SUBMITTED,

	/** An agency got a complaint. */
	COMPLAINT_ASSIGNED,

	/** The agency works on it. */
	COMPLAINT_STARTED,

	/** The staff wrote to the citizen. */
	COMPLAINT_ANSWERED,

	/** The staff asked the citizen something, and wait. */
	COMPLAINT_ASKED,

	/** The staff say that it is done. */
	COMPLAINT_RESOLVED,

	/** It is over. */
	COMPLAINT_CLOSED,

	/** It is not taken up. */
	COMPLAINT_REJECTED,

	/** It goes on as part of another one. */
	COMPLAINT_MERGED,

	/** The staff made it of something in another one. */
	COMPLAINT_SPLIT,

	/** Somebody else decides on it. */
	COMPLAINT_REFERRED,

	/** The outage it was about is over. */
	COMPLAINT_OUTAGE_ENDED,

	/** The city takes it up again. */
	COMPLAINT_REOPENED,

	/** Its deadline is later. */
	COMPLAINT_EXTENDED,

	/** The staff took something out of it. */
	COMPLAINT_REDACTED,

	/** Not everybody may see it any more. */
	COMPLAINT_HIDDEN,

	/** One that somebody supports came to an end. */
	SUPPORTED_ENDED,

	/** An agency has a case to work on. */
	CASE_ASSIGNED,

	/** A case became that of one officer. */
	CASE_TAKEN,

	/** The citizen wrote. */
	CASE_REPLIED,

	/** The citizen is not content. */
	CASE_REOPENED,

	/** Cases come near their deadlines or are late. */
	CASES_DUE,

	/** Somebody entered an e-mail address to be told about a service. */
	SUBSCRIPTION_ASKED,

	/** An administrator wants to see whether a webhook arrives. */
	WEBHOOK_TESTED,

	/** A webhook did not answer for days and gets nothing more. */
	WEBHOOK_DISABLED

}
