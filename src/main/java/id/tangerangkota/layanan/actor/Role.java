package id.tangerangkota.layanan.actor;

/** What a member of staff may do. Somebody can have several. */
public enum Role {

	/** Answers complaints of one agency, checks identity cards at the counter. */
	OFFICER,

	/** Heads one agency: sees all of its cases, is told when they are late. */
	AGENCY_HEAD,

	/** Diskominfo: verifies, assigns and watches over all agencies. */
	COORDINATOR,

	/** Inspektorat: reports about the conduct of officials. */
	INSPECTOR,

	/** Mayor and secretary: reads, changes nothing. */
	LEADERSHIP,

	/** Answers citizens' requests about their data (UU 27/2022, article 53). */
	DATA_PROTECTION_OFFICER,

	/** Keeps catalogue, accounts, checks and settings. */
	ADMINISTRATOR,

	/** Reads the audit trail, changes nothing. */
	AUDITOR;

	/** Whether the role is held within one agency. */
	public boolean needsAgency() {
		return this == OFFICER || this == AGENCY_HEAD;
	}

	/** The authority Spring Security knows it by. */
	public String authority() {
		return "ROLE_" + name();
	}

}
