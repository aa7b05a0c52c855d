package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Optional;
import java.util.function.Function;

import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Leads through the questions: nobody gets to one before those it depends on, and after
 * an answer was changed the walk goes on where something is missing.
 */
@Component
class Walk {

	private final FilingSession session;

	private final ComplaintCategories categories;

	Walk(FilingSession session, ComplaintCategories categories) {
		this.session = session;
		this.categories = categories;
	}

	/** Shows a question, or leads to the one that has to be answered first. */
	Object ask(Step step, HttpServletRequest request, Model model, Function<Draft, Object> page) {
		Optional<Draft> draft = this.session.draft(request);
		if (draft.isEmpty()) {
			return afterTheEnd(request);
		}
		Step open = Step.next(draft.get());
		if (open.compareTo(step) < 0 || !step.isAsked(draft.get())) {
			return to(request, open);
		}
		describe(step, draft.get(), request, model);
		return page.apply(draft.get());
	}

	/**
	 * Takes an answer. Where the draft is gone a new one begins, so that what was typed
	 * is not lost with it.
	 */
	Draft draftFor(Step step, HttpServletRequest request, Model model) {
		Draft draft = this.session.draft(request).orElseGet(() -> this.session.begin(request));
		describe(step, draft, request, model);
		return draft;
	}

	Object goOn(HttpServletRequest request, Draft changed) {
		return to(request, Step.next(this.session.save(request, changed)));
	}

	private Object afterTheEnd(HttpServletRequest request) {
		return this.session.sent(request)
			.map((key) -> to(request, ReceiptController.path(key)))
			.orElseGet(() -> to(request,
					FilingSession.base(request) + (FilingSession.isAtCounter(request) ? "/jenis" : "")));
	}

	void describe(Step step, Draft draft, HttpServletRequest request, Model model) {
		@Nullable Step before = step.before(draft);
		String base = FilingSession.base(request);
		boolean counter = FilingSession.isAtCounter(request);
		model.addAttribute("base", base);
		model.addAttribute("back", (before != null) ? base + "/" + before.path() : counter ? "/petugas" : base);
		model.addAttribute("counter", counter);
		model.addAttribute("step", step.number(draft));
		model.addAttribute("steps", step.total(draft));
		model.addAttribute("key", draft.key());
		model.addAttribute("emergency", category(draft).filter(ComplaintCategory::emergency).isPresent());
		model.addAttribute("indexed", false);
	}

	Optional<ComplaintCategory> category(Draft draft) {
		return Optional.ofNullable(draft.category()).flatMap(this.categories::find);
	}

	static Object to(HttpServletRequest request, Step step) {
		return to(request, FilingSession.base(request) + "/" + step.path());
	}

	static ResponseEntity<Void> to(HttpServletRequest request, String href) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, Language.of(request).addTo(href))
			.build();
	}

}
