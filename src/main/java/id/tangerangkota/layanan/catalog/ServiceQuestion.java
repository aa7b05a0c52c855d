package id.tangerangkota.layanan.catalog;

import java.util.Optional;

import id.tangerangkota.layanan.web.Language;

/**
 * What people are asked about a service on its page. The module above that asks
 * implements it, and calls {@link #PAGES} changed when the words do.
 */
public interface ServiceQuestion {

	/** The tag of all kept pages that show questions. */
	String PAGES = "survey-questions";

	/** The one question; nothing while nobody is asked. */
	Optional<String> text(Language language);

}
