package id.tangerangkota.layanan.complaint.casework;

/** Who decides where the city does not. Each has a notice of the citizen's rights. */
public enum Referral {

	/** The national desk: another level of government is in charge. */
	SP4N_LAPOR,

	/** The Ombudsman (UU 25/2009, article 46). */
	OMBUDSMAN,

	/** Emergencies: the call centre 112. */
	EMERGENCY_112,

	/** Women and children: the line 129. */
	SAPA_129

}
