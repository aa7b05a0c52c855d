package id.tangerangkota.layanan.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/** All stories, by what they tell. */
@Component
public class Stories {

	private static final String TEXTS = "notification.told.";

	private final ObjectProvider<Story> beans;

	private final MessageSource messages;

	private volatile @Nullable Map<HappeningKind, Story> byKind;

	Stories(ObjectProvider<Story> beans, MessageSource messages) {
		this.beans = beans;
		this.messages = messages;
	}

	Story of(HappeningKind kind) {
		Map<HappeningKind, Story> known = this.byKind;
		if (known == null) {
			known = read();
			this.byKind = known;
		}
		Story story = known.get(kind);
		if (story == null) {
			throw new IllegalStateException("Nobody can tell " + kind);
		}
		return story;
	}

	private Map<HappeningKind, Story> read() {
		Map<HappeningKind, Story> known = new EnumMap<>(HappeningKind.class);
		this.beans.forEach((story) -> story.kinds()
			.forEach((kind) -> Assert.isNull(known.put(kind, story), "One story tells a kind")));
		return known;
	}

	/** What programs are told of a happening. */
	public Optional<PublicEvent> event(Happening happening) {
		return of(happening.kind()).event(happening);
	}

	/** Where somebody is asked how it was, empty where they are not. */
	public Optional<String> survey(Happening happening, RecipientKind kind, UUID recipient) {
		return of(happening.kind()).survey(happening, kind, recipient);
	}

	/** How happenings of any kinds are told, each of them. */
	public Map<UUID, Telling> tell(Collection<Happening> happenings, Language language) {
		Map<UUID, Telling> tellings = new HashMap<>();
		byStory(happenings).forEach((story, own) -> tellings.putAll(story.tell(own, language)));
		return tellings;
	}

	/** How happenings of any kinds are told in one message. */
	List<Telling> tellTogether(Collection<Happening> happenings, Language language) {
		List<Telling> tellings = new ArrayList<>();
		byStory(happenings).forEach((story, own) -> tellings.addAll(story.tellTogether(own, language)));
		return tellings;
	}

	/** In one line. */
	public String subject(Telling telling, Language language) {
		return say(TEXTS + telling.key() + ".subject", telling, language);
	}

	public String text(Telling telling, Language language) {
		return say(TEXTS + telling.key() + ".text", telling, language);
	}

	private String say(String key, Telling telling, Language language) {
		return this.messages.getMessage(key, telling.arguments().toArray(), language.locale());
	}

	private Map<Story, List<Happening>> byStory(Collection<Happening> happenings) {
		Map<Story, List<Happening>> stories = new LinkedHashMap<>();
		happenings.forEach((happening) -> stories.computeIfAbsent(of(happening.kind()), (story) -> new ArrayList<>())
			.add(happening));
		return stories;
	}

}
