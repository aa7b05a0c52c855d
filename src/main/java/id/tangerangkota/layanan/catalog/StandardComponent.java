package id.tangerangkota.layanan.catalog;

/**
 * The 14 components of a Standar Pelayanan (UU 25/2009 art. 21, Permenpan RB 15/2014).
 * The first six are about delivery and must be published.
 */
public enum StandardComponent {

	REQUIREMENTS, PROCEDURE, DURATION, FEE, PRODUCT, COMPLAINT_HANDLING, LEGAL_BASIS, FACILITIES, COMPETENCE, OVERSIGHT,
	STAFFING, GUARANTEE, SAFETY, EVALUATION;

	/** Whether the component must be published. */
	public boolean isPublic() {
		return ordinal() <= COMPLAINT_HANDLING.ordinal();
	}

}
