package id.tangerangkota.layanan.privacy;

import id.tangerangkota.layanan.identity.Consents.Purpose;

/** What was done to meet a request, as its proof names it. */
public enum Deed {

	/** All data were downloaded for programs. */
	EXPORTED_JSON,

	/** All data were downloaded for reading. */
	EXPORTED_HTML,

	/** The name was corrected. */
	NAME_CORRECTED,

	/** The telephone number was corrected. */
	PHONE_CORRECTED,

	/** The address was corrected. */
	ADDRESS_CORRECTED,

	/** The kelurahan was corrected. */
	SUB_DISTRICT_CORRECTED,

	/** The use of the data was restricted. */
	RESTRICTED,

	/** The restriction was lifted. */
	RELEASED,

	/** The kelurahan counts no more towards use per kelurahan. */
	STATISTICS_WITHDRAWN,

	/** No more questions by e-mail. */
	SURVEYS_WITHDRAWN,

	/** The personal data of the account were deleted. */
	ERASED,

	/** What the staff wrote in their answer. */
	ANSWERED;

	static Deed withdrawal(Purpose purpose) {
		return switch (purpose) {
			case DISTRICT_STATISTICS -> STATISTICS_WITHDRAWN;
			case SURVEY_INVITATIONS -> SURVEYS_WITHDRAWN;
		};
	}

}
