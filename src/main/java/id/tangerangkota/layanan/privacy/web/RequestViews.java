package id.tangerangkota.layanan.privacy.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.privacy.RequestDetail;
import id.tangerangkota.layanan.privacy.RequestSummary;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Requests as pages show them, to the person and to the staff. */
@Component
class RequestViews {

	private final StateTags tags;

	private final MessageSource messages;

	private final PageClock clock;

	RequestViews(StateTags tags, MessageSource messages, PageClock clock) {
		this.tags = tags;
		this.messages = messages;
		this.clock = clock;
	}

	/** A row of a list. */
	record Item(String href, String name, String meta, StateTag tag) {
	}

	List<Item> items(List<RequestSummary> requests, String path, Locale locale) {
		return requests.stream()
			.map((request) -> new Item(path + request.id(), say("privacy.kind." + request.kind(), locale),
					meta(request, locale), this.tags.of(request, locale)))
			.toList();
	}

	private String meta(RequestSummary request, Locale locale) {
		Language language = Language.of(locale);
		String filed = this.clock.format(request.filedAt(), language);
		return (request.answeredAt() != null)
				? say("privacy.request.meta.answered", locale, filed, this.clock.format(request.answeredAt(), language))
				: say("privacy.request.meta.open", locale, filed, this.clock.format(request.dueAt(), language));
	}

	void show(RequestDetail request, Model model, Locale locale) {
		Language language = Language.of(locale);
		RequestSummary summary = request.summary();
		model.addAttribute("request", request);
		model.addAttribute("tag", this.tags.of(summary, locale));
		model.addAttribute("filed", this.clock.format(summary.filedAt(), language));
		model.addAttribute("due", this.clock.format(summary.dueAt(), language));
		if (summary.answeredAt() != null) {
			model.addAttribute("answered", this.clock.format(summary.answeredAt(), language));
		}
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
