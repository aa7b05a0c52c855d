package id.tangerangkota.layanan.complaint.web.filing;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The last look at all answers, and the one button that sends them. Sent twice, from
 * another tab, after the back button or a cut connection: the key makes it one complaint.
 */
@Controller
class HandInController {

	private static final Logger logger = LoggerFactory.getLogger(HandInController.class);

	private static final String CHECK = FilingSession.PATH + "/periksa";

	private static final String COUNTER_CHECK = FilingSession.COUNTER + "/periksa";

	private static final String SEND = FilingSession.PATH + "/kirim";

	private static final String COUNTER_SEND = FilingSession.COUNTER + "/kirim";

	/** Seconds after which trying again may help. */
	private static final String A_MOMENT = "60";

	private final Walk walk;

	private final FilingSession session;

	private final Submissions submissions;

	private final WholeForm wholeForm;

	private final ComplaintDesk desk;

	private final FilingLimits limits;

	private final AnswerRows rows;

	private final PhoneDraft phoneDraft;

	private final PageClock pageClock;

	private final Clock clock;

	HandInController(Walk walk, FilingSession session, Submissions submissions, WholeForm wholeForm, ComplaintDesk desk,
			FilingLimits limits, AnswerRows rows, PhoneDraft phoneDraft, PageClock pageClock, Clock clock) {
		this.walk = walk;
		this.session = session;
		this.submissions = submissions;
		this.wholeForm = wholeForm;
		this.desk = desk;
		this.limits = limits;
		this.rows = rows;
		this.phoneDraft = phoneDraft;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	/** A problem that is not in the answers; they are shown again with it. */
	record Trouble(String title, String text, String argument) {
	}

	@GetMapping({ CHECK, COUNTER_CHECK })
	Object check(HttpServletRequest request, Model model, Locale locale) {
		return this.walk.ask(Step.CHECK, request, model, (draft) -> show(draft, model, locale));
	}

	@PostMapping({ SEND, COUNTER_SEND })
	Object send(@ModelAttribute WholeForm.Answers answers, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		Optional<UUID> key = FilingSession.typedKey(request);
		if (key.filter((typed) -> this.desk.receipt(typed).isPresent()).isPresent()) {
			return done(key.get(), request);
		}
		Optional<Draft> draft = draft(key, answers, request);
		if (draft.isEmpty()) {
			// Another tab may have sent it just now.
			return key.filter((typed) -> this.desk.receipt(typed).isPresent())
				.map((typed) -> done(typed, request))
				.orElseGet(() -> Walk.to(request, FilingSession.base(request)));
		}
		Step open = Step.next(draft.get());
		if (open != Step.CHECK) {
			return incomplete(draft.get(), open, request);
		}
		return file(draft.get(), request, response, model, locale);
	}

	/**
	 * A whole form stands for itself, unless the session has all of it too: that knows
	 * what no phone keeps.
	 */
	private Optional<Draft> draft(Optional<UUID> key, WholeForm.Answers answers, HttpServletRequest request) {
		Optional<Draft> own = this.session.draft(request)
			.filter((draft) -> key.isEmpty() || draft.key().equals(key.get()));
		boolean whole = key.isPresent() && answers.isWhole() && !FilingSession.isAtCounter(request);
		if (!whole || own.filter((draft) -> Step.next(draft) == Step.CHECK).isPresent()) {
			return own;
		}
		return Optional.of(this.wholeForm.read(key.get(), answers));
	}

	private Object incomplete(Draft draft, Step open, HttpServletRequest request) {
		this.session.save(request, draft);
		if (AskPhotosController.isForScript(request)) {
			String href = Language.of(request).addTo(FilingSession.base(request) + "/" + open.path());
			return ResponseEntity.unprocessableContent().body(Map.of("lanjut", href));
		}
		Flash.put(request, Flash.Kind.WARNING, "complaint-filing.incomplete");
		return Walk.to(request, open);
	}

	private Object file(Draft draft, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		try {
			file(draft, request, this.limits.takeReport(request, draft));
		}
		catch (TooManyTries ex) {
			String until = this.pageClock.format(this.clock.instant().plus(ex.retryAfter()).plusSeconds(59), locale);
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.retryAfter().toSeconds()));
			return again(HttpStatus.TOO_MANY_REQUESTS,
					new Trouble("complaint-filing.wait", "complaint-filing.wait.text", until), draft, request, response,
					model, locale);
		}
		catch (SubmissionRefused ex) {
			return refused(ex.reason(), draft, request);
		}
		catch (NestedRuntimeException ex) {
			logger.error("A complaint could not be kept: {}", ex.getClass().getName());
			response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
			return again(HttpStatus.SERVICE_UNAVAILABLE,
					new Trouble("complaint-filing.not-kept", "complaint-filing.not-kept.text", ""), draft, request,
					response, model, locale);
		}
		return done(draft.key(), request);
	}

	/**
	 * A try that the portal itself could not take does not count, whether it found no
	 * room or no connection: of both only the parent is for screens to know.
	 */
	private void file(Draft draft, HttpServletRequest request, Runnable giveBack) {
		try {
			this.desk.file(this.submissions.of(draft, request));
		}
		catch (SubmissionRefused | NestedRuntimeException ex) {
			try {
				giveBack.run();
			}
			catch (NestedRuntimeException again) {
				ex.addSuppressed(again);
			}
			throw ex;
		}
	}

	/** Something was taken away while the form was filled in: it is asked for again. */
	private Object refused(SubmissionRefused.Reason reason, Draft draft, HttpServletRequest request) {
		Draft without = switch (reason) {
			case UNKNOWN_CATEGORY -> new Draft(draft.key(), draft.channel(), draft.kind(), draft.concern(), null,
					draft.place(), draft.words(), true, draft.person(), draft.similarSeen());
			case UNKNOWN_SERVICE, UNKNOWN_PLACE -> new Draft(draft.key(), draft.channel(), draft.kind(), null,
					draft.category(), null, draft.words(), true, draft.person(), draft.similarSeen());
		};
		return incomplete(without, Step.next(without), request);
	}

	private Object again(HttpStatus status, Trouble trouble, Draft draft, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		if (AskPhotosController.isForScript(request)) {
			return ResponseEntity.status(status)
				.body(Map.of("coba", String.valueOf(response.getHeader(HttpHeaders.RETRY_AFTER))));
		}
		response.setStatus(status.value());
		if (!this.session.holds(request, draft.key())) {
			keep(draft, request);
		}
		this.walk.describe(Step.CHECK, draft, request, model);
		model.addAttribute("trouble", trouble);
		return show(draft, model, locale);
	}

	/** For the next try. Where even that finds no room, the answers stand on the page. */
	private void keep(Draft draft, HttpServletRequest request) {
		try {
			this.session.save(request, draft);
		}
		catch (NestedRuntimeException ex) {
			logger.error("A draft could not be kept: {}", ex.getClass().getName());
		}
	}

	private Object done(UUID key, HttpServletRequest request) {
		this.session.isSent(request, key);
		String receipt = ReceiptController.path(key);
		return AskPhotosController.isForScript(request)
				? ResponseEntity.ok(Map.of("tandaTerima", Language.of(request).addTo(receipt)))
				: Walk.to(request, receipt);
	}

	private String show(Draft draft, Model model, Locale locale) {
		model.addAttribute("answers", this.rows.of(draft, String.valueOf(model.getAttribute("base")), locale));
		model.addAttribute("words", draft.words());
		model.addAttribute("phoneDraft", this.phoneDraft.of(draft));
		return "complaint/filing/check";
	}

}
