package id.tangerangkota.layanan.availability.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.report.MonthlyReport;
import id.tangerangkota.layanan.availability.report.MonthlyReports;
import id.tangerangkota.layanan.availability.report.ReportTable;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.PrintedDocument;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an agency's services were like in a month, to look at and to take along. */
@Controller
class MonthlyReportController {

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	/** How many months back one can choose. */
	private static final int MONTHS = 24;

	private final MonthlyReports reports;

	private final ReportTable table;

	private final PrintedDocument document;

	private final ServiceCatalog catalog;

	private final SpringTemplateEngine templates;

	private final Words words;

	private final Demo demo;

	MonthlyReportController(MonthlyReports reports, ReportTable table, PrintedDocument document, ServiceCatalog catalog,
			SpringTemplateEngine templates, Words words, Demo demo) {
		this.reports = reports;
		this.table = table;
		this.document = document;
		this.catalog = catalog;
		this.templates = templates;
		this.words = words;
		this.demo = demo;
	}

	/** A service in a month, in words. */
	record Line(String slug, String name, String agency, String percent, String degraded, String down, String excluded,
			int outages, String longest, boolean verified) {
	}

	@GetMapping(MonthlyReportForm.PATH)
	String page(MonthlyReportForm form, Model model, Locale locale) {
		MonthlyReport report = make(form);
		model.addAttribute("form", form);
		model.addAttribute("table", href(report, form, ".xlsx", locale));
		model.addAttribute("document", href(report, form, ".pdf", locale));
		model.addAttribute("chosen", report.month().toString());
		model.addAttribute("report", report);
		model.addAttribute("month", this.words.month(report.month(), locale));
		model.addAttribute("total", total(report, locale));
		model.addAttribute("lines", lines(report, locale));
		model.addAttribute("months", months(locale));
		model.addAttribute("agencies", agencies(locale));
		return "availability/report";
	}

	@GetMapping(MonthlyReportForm.PATH + ".xlsx")
	ResponseEntity<byte[]> table(MonthlyReportForm form, Locale locale) {
		MonthlyReport report = make(form);
		return file(XLSX, name(report, form, "xlsx"), this.table.write(report, this.demo.on(), locale));
	}

	@GetMapping(MonthlyReportForm.PATH + ".pdf")
	ResponseEntity<byte[]> document(MonthlyReportForm form, Locale locale) {
		MonthlyReport report = make(form);
		Context context = new Context(locale);
		context.setVariable("report", report);
		context.setVariable("month", this.words.month(report.month(), locale));
		context.setVariable("made", this.words.time(report.made(), locale));
		context.setVariable("total", total(report, locale));
		context.setVariable("demo", this.demo.on());
		context.setVariable("lines", lines(report, locale));
		return file(MediaType.APPLICATION_PDF, name(report, form, "pdf"),
				this.document.print(this.templates.process("availability/report-document", context)));
	}

	private MonthlyReport make(MonthlyReportForm form) {
		return this.reports.make(form.month(this.reports.currentMonth()), form.agency());
	}

	/** Links to files carry no language of themselves. */
	private static String href(MonthlyReport report, MonthlyReportForm form, String ending, Locale locale) {
		String agency = form.agency();
		return Language.of(locale)
			.addTo(MonthlyReportForm.PATH + ending + "?bulan=" + report.month()
					+ ((agency != null) ? "&opd=" + URLEncoder.encode(agency, StandardCharsets.UTF_8) : ""));
	}

	private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

	private String name(MonthlyReport report, MonthlyReportForm form, String ending) {
		String agency = form.agency();
		return this.demo
			.named("ketersediaan-" + report.month() + ((agency != null) ? "-" + agency : "") + "." + ending);
	}

	private String total(MonthlyReport report, Locale locale) {
		return this.words.say("availability.report.published", locale, this.words.percent(report.published(), locale),
				this.words.duration(report.published().excluded(), locale));
	}

	private List<Line> lines(MonthlyReport report, Locale locale) {
		return report.rows()
			.stream()
			.map((row) -> new Line(row.slug(), row.name(), (row.agency() != null) ? row.agency() : "",
					this.words.percent(row.uptime(), locale), this.words.duration(row.uptime().degraded(), locale),
					this.words.duration(row.uptime().down(), locale),
					this.words.duration(row.uptime().excluded(), locale), row.outages(),
					this.words.duration(row.longest(), locale), row.verified()))
			.toList();
	}

	private List<Choice> months(Locale locale) {
		List<Choice> months = new ArrayList<>();
		YearMonth month = this.reports.currentMonth();
		for (int back = 0; back < MONTHS; back++) {
			YearMonth earlier = month.minusMonths(back);
			months.add(new Choice(earlier.toString(), this.words.month(earlier, locale)));
		}
		return months;
	}

	private List<Choice> agencies(Locale locale) {
		List<Choice> agencies = new ArrayList<>();
		agencies.add(new Choice("", this.words.say("availability.report.all", locale)));
		this.catalog.agencies()
			.forEach((agency) -> agencies.add(new Choice(agency.code(), agency.name(Language.of(locale)))));
		return agencies;
	}

}
