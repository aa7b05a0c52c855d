package id.tangerangkota.layanan.audit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.audit.AuditCursor;
import id.tangerangkota.layanan.audit.AuditDetail;
import id.tangerangkota.layanan.audit.AuditFilter;
import id.tangerangkota.layanan.audit.AuditPage;
import id.tangerangkota.layanan.audit.AuditReader;
import id.tangerangkota.layanan.audit.AuditRecord;
import id.tangerangkota.layanan.audit.AuditState;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The audit trail: search, one row, and a file of what was found. */
@Controller
class AuditorController {

	private static final int SIZE = 50;

	private static final int MOST_DIGITS = 18;

	private final AuditReader trail;

	private final AuditWords words;

	private final PageClock pageClock;

	private final Clock clock;

	AuditorController(AuditReader trail, AuditWords words, PageClock pageClock, Clock clock) {
		this.trail = trail;
		this.words = words;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	@GetMapping(AuditForm.PATH)
	String list(AuditForm form, Model model, Locale locale) {
		AuditFilter filter = form.filter();
		AuditCursor newer = form.newer();
		AuditPage page = (newer != null) ? this.trail.searchBack(filter, newer, SIZE)
				: this.trail.search(filter, form.older(), SIZE);
		model.addAttribute("form", form);
		model.addAttribute("page", page);
		model.addAttribute("rows", page.records().stream().map((record) -> row(record, locale)).toList());
		model.addAttribute("newest", form.href());
		model.addAttribute("newer", (page.newer() != null) ? form.href("sesudah", page.newer()) : null);
		model.addAttribute("older", (page.older() != null) ? form.href("sebelum", page.older()) : null);
		model.addAttribute("actions", this.words.choices(this.trail.actions(), locale));
		addState(model, locale);
		model.addAttribute("indexed", false);
		return "audit/list";
	}

	private void addState(Model model, Locale locale) {
		AuditState state = this.trail.state();
		model.addAttribute("state", state);
		model.addAttribute("verified",
				(state.verified() != null) ? this.pageClock.format(state.verified(), Language.of(locale)) : null);
		model.addAttribute("anchored",
				(state.anchored() != null) ? this.pageClock.date(state.anchored(), locale) : null);
	}

	@GetMapping(AuditForm.PATH + "/{chain}/{seq}")
	String detail(@PathVariable String chain, @PathVariable String seq, Model model, Locale locale) {
		AuditDetail detail = this.trail.find(chain, number(seq)).orElseThrow(NotFound::new);
		model.addAttribute("row", row(detail.record(), locale));
		model.addAttribute("before", row(detail.before(), locale));
		model.addAttribute("after", row(detail.after(), locale));
		model.addAttribute("intact", detail.intact());
		model.addAttribute("indexed", false);
		return "audit/detail";
	}

	private static long number(String seq) {
		if (seq.length() > MOST_DIGITS || !seq.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new NotFound();
		}
		return Long.parseLong(seq);
	}

	private @Nullable AuditRow row(@Nullable AuditRecord record, Locale locale) {
		return (record != null) ? AuditRow.of(record, this.words, this.pageClock, locale) : null;
	}

	/**
	 * Taking rows away is an act, and recorded as one; so it is a POST, which no link
	 * from elsewhere can cause.
	 */
	@PostMapping(AuditForm.PATH + "/unduh.csv")
	void export(AuditForm form, HttpServletResponse response) throws IOException {
		this.trail.export(form.filter(),
				new Download(response, LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Asia/Jakarta"))));
	}

	/**
	 * The name of the file tells how many rows it must have, in case it ends too early.
	 */
	private static final class Download implements AuditReader.ExportTarget {

		private final HttpServletResponse response;

		private final LocalDate today;

		private @Nullable AuditCsv csv;

		Download(HttpServletResponse response, LocalDate today) {
			this.response = response;
			this.today = today;
		}

		@Override
		public void begin(long records) throws IOException {
			this.response.setContentType("text/csv");
			this.response.setCharacterEncoding(StandardCharsets.UTF_8);
			this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("jejak-audit-%s-%d-baris.csv".formatted(this.today, records))
						.build()
						.toString());
			this.csv = new AuditCsv(this.response.getWriter());
		}

		@Override
		public void write(AuditRecord record) throws IOException {
			Objects.requireNonNull(this.csv).write(record);
		}

		@Override
		public void end() throws IOException {
			Objects.requireNonNull(this.csv).flush();
		}

	}

}
