package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PrintedDocument;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The quality of an agency in a quarter, on paper. */
@Controller
class DashboardReportController {

	static final String PATH = "/admin/mutu/laporan";

	private final Scorecard scorecard;

	private final ServiceCatalog catalog;

	private final DashboardSubjects subjects;

	private final DashboardAccess access;

	private final DashboardViews views;

	private final DashboardWords words;

	private final Insights insights;

	private final DigitalReports reports;

	private final Downloads downloads;

	private final PrintedDocument document;

	private final SpringTemplateEngine templates;

	private final Demo demo;

	private final Clock clock;

	DashboardReportController(Scorecard scorecard, ServiceCatalog catalog, DashboardSubjects subjects,
			DashboardAccess access, DashboardViews views, DashboardWords words, Insights insights,
			DigitalReports reports, Downloads downloads, PrintedDocument document, SpringTemplateEngine templates,
			Demo demo, Clock clock) {
		this.scorecard = scorecard;
		this.catalog = catalog;
		this.subjects = subjects;
		this.access = access;
		this.views = views;
		this.words = words;
		this.insights = insights;
		this.reports = reports;
		this.downloads = downloads;
		this.document = document;
		this.templates = templates;
		this.demo = demo;
		this.clock = clock;
	}

	/** A service of the agency: its perceived and measured scores by dimension. */
	record Line(DashboardSubject subject, List<String> scores) {
	}

	/** A dimension as two bars, as wide as their scores; null where there is none. */
	record Bar(String name, @Nullable String measured, @Nullable String perceived) {
	}

	private Bar bar(Dimension dimension, Locale locale) {
		return new Bar(this.words.heading(dimension.dimension(), locale), width(dimension.measured()),
				width(dimension.perceived().score()));
	}

	private static @Nullable String width(@Nullable Double score) {
		return (score != null) ? Math.max(1, Math.round(score)) + "%" : null;
	}

	/** The address of the document of an agency and a quarter. */
	static String path(String agency, Period quarter) {
		return PATH + "/" + agency + "/" + SkmPeriod.quarter(quarter.from()) + ".pdf";
	}

	@GetMapping(PATH + "/{agency}/{quarter}.pdf")
	ResponseEntity<byte[]> document(@PathVariable String agency, @PathVariable String quarter, Locale locale) {
		Agency whose = this.catalog.agency(agency).orElseThrow(NotFound::new);
		Period period = quarter(quarter);
		if (period == null || !this.access.sees(whose.code())) {
			throw new NotFound();
		}
		DashboardSubject of = DashboardSubject.of(whose, locale);
		Subject subject = of.subject();
		Period earlier = DashboardSpan.QUARTER.before(period);
		Card now = this.scorecard.card(subject, period);
		Card before = this.scorecard.card(subject, earlier);
		Context context = new Context(locale);
		context.setVariable("demo", this.demo.on());
		context.setVariable("agency", DashboardWords.name(whose, locale));
		context.setVariable("period", this.words.period(period, locale));
		context.setVariable("monitored", this.views.monitored(locale));
		context.setVariable("made", this.words.time(this.clock.instant(), locale));
		context.setVariable("empty", DashboardController.isEmpty(now));
		context.setVariable("dimensions", this.views.dimensions(now, before, locale));
		context.setVariable("before", this.words.period(earlier, locale));
		context.setVariable("bars",
				now.dimensions().values().stream().map((dimension) -> bar(dimension, locale)).toList());
		context.setVariable("trends",
				this.views.trends(this.scorecard.parts(subject, period, Part.WEEK), Part.WEEK, locale));
		context.setVariable("insights",
				this.insights.of(
						new Insights.Ground(now, before, this.views.units(), this.reports.count(of, period),
								new DashboardLinks(of, DashboardForm.EMPTY, period, false, Language.of(locale))),
						locale));
		context.setVariable("lines", lines(whose.code(), period, locale));
		String xhtml = this.templates.process("quality/report-document", context);
		return this.downloads.file(MediaType.APPLICATION_PDF, "mutu-" + whose.code() + "-" + quarter + ".pdf",
				this.document.print(xhtml));
	}

	/** A quarter that has begun. */
	private @Nullable Period quarter(String written) {
		LocalDate today = PageClock.day(this.clock.instant());
		return SkmPeriod.parse(written)
			.filter((parsed) -> parsed.part() == SkmPeriod.Part.QUARTER)
			.map((parsed) -> new Period(parsed.days().first(), parsed.days().last()))
			.filter((period) -> period.from().isBefore(today))
			.orElse(null);
	}

	private List<Line> lines(String agency, Period period, Locale locale) {
		List<DashboardSubject> services = this.subjects.of(agency);
		Map<Subject, Card> cards = this.scorecard.cards(Level.SERVICE,
				services.stream().map(DashboardSubject::subject).toList(), period);
		return services.stream()
			.filter((service) -> service.isShown(cards.get(service.subject())))
			.map((service) -> new Line(service, scores(cards.get(service.subject()), locale)))
			.toList();
	}

	private List<String> scores(@Nullable Card card, Locale locale) {
		return (card == null) ? List.of()
				: card.dimensions()
					.values()
					.stream()
					.map((dimension) -> this.words.say("dashboard.report.cell", locale,
							known(this.words.score(dimension.perceived().score(), locale)),
							known(this.words.score(dimension.measured(), locale))))
					.toList();
	}

	private static String known(@Nullable String score) {
		return (score != null) ? score : "–";
	}

}
