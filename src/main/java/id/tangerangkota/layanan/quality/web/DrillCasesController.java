package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Counted;
import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.indicator.CaseIndicators;
import id.tangerangkota.layanan.quality.indicator.Owners;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The complaints that an indicator counts on a day, by their tickets: what stands in them
 * is read at the desk. Of those somebody may not see, nothing is said but that there are
 * some, which the counts say already.
 */
@Controller
class DrillCasesController {

	static final String PATH = DrillController.PATH + "/{indicator}/laporan";

	private static final String DAY = "hari";

	static final int ROWS = 50;

	private final CaseFigures figures;

	private final Owners owners;

	private final DashboardSubjects subjects;

	private final DashboardWords words;

	DrillCasesController(CaseFigures figures, Owners owners, DashboardSubjects subjects, DashboardWords words) {
		this.figures = figures;
		this.owners = owners;
		this.subjects = subjects;
		this.words = words;
	}

	/** A complaint with what it adds to the counts. */
	record CaseRow(String ticket, String href, String numerator, String denominator) {
	}

	/** The address of the list of a day. */
	static String href(String indicator, LocalDate day, DashboardForm form) {
		return href(indicator, day, form, 1);
	}

	private static String href(String indicator, LocalDate day, DashboardForm form, int page) {
		return form.query()
			.with(DAY, day.toString())
			.page(page)
			.at(DrillController.PATH + "/" + indicator + "/laporan");
	}

	@GetMapping(PATH)
	String page(@PathVariable String indicator, @RequestParam(required = false) @Nullable String hari,
			@RequestParam(required = false) @Nullable String halaman, DashboardForm form, Model model, Locale locale) {
		Figure figure = CaseIndicators.figure(indicator).orElseThrow(NotFound::new);
		Map<String, String> errors = new LinkedHashMap<>();
		DashboardSubject subject = this.subjects.find(form, errors, locale);
		LocalDate day = DashboardForm.day(DAY, hari, errors);
		if (subject == null || day == null) {
			throw new InvalidParameter(errors.keySet().iterator().next(), "is not known");
		}
		List<Counted> counted = this.owners.behind(subject.subject(), day, this.figures.behind(figure, day));
		List<CaseRow> rows = counted.stream()
			.filter((one) -> one.ticket() != null)
			.map((one) -> row(one, locale))
			.toList();
		Sum sum = counted.stream()
			.map((one) -> Sum.of(one.part().part(), one.part().all()))
			.reduce(Sum.NONE, Sum::plus);
		int page = Paging.number(halaman);
		model.addAttribute("name", this.words.indicator(indicator, locale));
		model.addAttribute("subject", subject);
		model.addAttribute("day", this.words.date(day, locale));
		model.addAttribute("dashboard", form.query().at(DashboardController.PATH));
		model.addAttribute("back", form.query().at(DrillController.PATH + "/" + indicator));
		model.addAttribute("numerator", this.words.number(sum.numerator(), 0, locale));
		model.addAttribute("denominator", this.words.number(sum.denominator(), 0, locale));
		model.addAttribute("hidden", rows.size() < counted.size());
		model.addAttribute("paging",
				Paging.of(page, ROWS, rows.size(), (number) -> href(indicator, day, form, number)));
		model.addAttribute("rows", rows.stream().skip((page - 1L) * ROWS).limit(ROWS).toList());
		return "quality/drill-cases";
	}

	private CaseRow row(Counted one, Locale locale) {
		TicketNumber ticket = one.ticket();
		return new CaseRow(String.valueOf(ticket), "/petugas/pengaduan/" + ticket,
				this.words.number(one.part().part(), 0, locale), this.words.number(one.part().all(), 0, locale));
	}

}
