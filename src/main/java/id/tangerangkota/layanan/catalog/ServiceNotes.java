package id.tangerangkota.layanan.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What other modules have to say about services beside their names: whether they can be
 * opened, how many complaints are open. Modules above implement it; a page asks each of
 * them once. Whoever has notes calls {@link #PAGES} changed when one of them does.
 */
public interface ServiceNotes {

	/** The tag of all kept pages with notes; they are dropped when one changes. */
	String PAGES = "service-notes";

	/**
	 * Short notes on services.
	 * @return by service; services without a note are left out
	 */
	Map<ServiceId, List<Note>> notes(Collection<ServiceId> services);

	/**
	 * A note.
	 *
	 * @param tone how style sheet and icons call it: {@code up}, {@code degraded},
	 * {@code down}, {@code unknown}, {@code maintenance} or {@code flag}
	 * @param key of its text
	 * @param since what the text calls {@code 0}, to be written as people of the city
	 * write a time; null where there is no such place
	 * @param number what the text calls {@code 1}; 0 where there is no such place
	 */
	record Note(String tone, String key, @Nullable Instant since, int number) {
	}

}
