package id.tangerangkota.layanan.identity;

import java.util.List;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.web.Language;

/**
 * Knows the agencies that staff belong to. Implemented above, where the catalogue is.
 */
public interface AgencyNames {

	/** An agency to choose. */
	record AgencyChoice(String code, String name) {
	}

	/** The name, or the code of an agency that is not known any more. */
	String name(AgencyId agency, Language language);

	/** All agencies by name. */
	List<AgencyChoice> all(Language language);

}
