package id.tangerangkota.layanan.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.web.Language;

/**
 * What some kinds of happenings mean: whom they concern, and how they are told. A new
 * kind needs a line in {@link Hearing}, a story, and its texts.
 */
public interface Story {

	/** Which kinds this story knows; no other story does. */
	Set<HappeningKind> kinds();

	/** Whom it concerns; of several for the same one the first counts. */
	Collection<Addressee> audience(Happening happening);

	/**
	 * How happenings are told, each of them, by its id. A constant number of queries,
	 * because lists are made of them.
	 */
	Map<UUID, Telling> tell(Collection<Happening> happenings, Language language);

	/** How several are told to one person in one message; in their order. */
	default List<Telling> tellTogether(List<Happening> happenings, Language language) {
		Map<UUID, Telling> tellings = tell(happenings, language);
		return happenings.stream().map((happening) -> tellings.get(happening.id())).toList();
	}

	/**
	 * The path where somebody is asked how it was, which is for nobody else; empty where
	 * they are not asked, or no more.
	 */
	default Optional<String> survey(Happening happening, RecipientKind kind, UUID recipient) {
		return Optional.empty();
	}

	/** What programs are told, empty where it does not concern them. */
	default Optional<PublicEvent> event(Happening happening) {
		return Optional.empty();
	}

}
