package id.tangerangkota.layanan.survey.web;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.answer.RemarkDesk;
import id.tangerangkota.layanan.survey.web.ResultSubjects.Subject;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Query;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hides words that should not stand on the pages of results. */
@Controller
class RemarkController {

	private static final String PATH = "/tulisan";

	private final RemarkDesk remarks;

	private final ResultSubjects subjects;

	private final SurveyResults results;

	private final Clock clock;

	RemarkController(RemarkDesk remarks, ResultSubjects subjects, SurveyResults results, Clock clock) {
		this.remarks = remarks;
		this.subjects = subjects;
		this.results = results;
		this.clock = clock;
	}

	@PostMapping(SubjectResultsController.SERVICE + PATH)
	ResponseEntity<Void> hideOfService(@PathVariable String slug, @RequestParam String tulisan,
			@RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, HttpServletRequest request) {
		return hide(this.subjects.service(slug), tulisan, periode, halaman, request);
	}

	@PostMapping(SubjectResultsController.AGENCY + PATH)
	ResponseEntity<Void> hideOfAgency(@PathVariable String code, @RequestParam String tulisan,
			@RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, HttpServletRequest request, Locale locale) {
		return hide(this.subjects.agency(code, locale), tulisan, periode, halaman, request);
	}

	@PostMapping(SubjectResultsController.CITY + PATH)
	ResponseEntity<Void> hideOfCity(@RequestParam String tulisan,
			@RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, HttpServletRequest request, Locale locale) {
		return hide(this.subjects.city(locale), tulisan, periode, halaman, request);
	}

	/** Back to the page, which may be shorter now. */
	private ResponseEntity<Void> hide(Subject subject, String remark, @Nullable String periode,
			@Nullable String halaman, HttpServletRequest request) {
		try {
			this.remarks.hide(subject.scope(), UUID.fromString(remark));
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.hidden");
		SkmPeriod period = Quarters.chosen(periode, PageClock.day(this.clock.instant()));
		long left = this.results.countRemarks(subject.scope(), period.days());
		int last = Math.clamp((left + SubjectResultsController.REMARKS - 1) / SubjectResultsController.REMARKS, 1,
				Math.max(1, Paging.number(halaman)));
		String next = Query.EMPTY.with("periode", period.toString()).page(last).at(subject.path());
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(Language.of(request).addTo(next)))
			.build();
	}

}
