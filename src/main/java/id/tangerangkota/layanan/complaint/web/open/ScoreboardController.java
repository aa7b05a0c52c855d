package id.tangerangkota.layanan.complaint.web.open;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.CsvText;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of complaints at each agency, in numbers one can add up. */
@Controller
class ScoreboardController {

	static final String PATH = "/pengaduan/kinerja";

	/**
	 * So many agencies stand open; the others unfold, for a phone shows one at a time.
	 */
	private static final int FIRST = 10;

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final List<String> HEADER = List.of("from", "to", "agency", "name", "received", "transferred_in",
			"open", "closed", "unconfirmed", "rejected", "merged", "referred", "transferred_out", "overdue", "resolved",
			"in_time", "median_days", "reopened", "ratings", "rating_sum", "judged", "really_solved");

	private final ComplaintStatistics statistics;

	private final CodeNames names;

	private final OpenWords words;

	private final PageClock pageClock;

	private final Demo demo;

	ScoreboardController(ComplaintStatistics statistics, CodeNames names, OpenWords words, PageClock pageClock,
			Demo demo) {
		this.statistics = statistics;
		this.names = names;
		this.words = words;
		this.pageClock = pageClock;
		this.demo = demo;
	}

	@GetMapping(PATH)
	@CachedPage(parameters = "periode", tags = { PublicComplaints.PAGES, CatalogDesk.PAGES }, maxAge = "5m")
	String scoreboard(@RequestParam(required = false) @Nullable String periode, Model model, Locale locale) {
		ScorePeriod period = period(periode);
		AgencyCount city = this.statistics.city(period.from(), period.to());
		List<AgencyCount> agencies = this.statistics.byAgency(period.from(), period.to());
		long largest = agencies.stream().mapToLong((one) -> one.received() + one.transferredIn()).max().orElse(1);
		CodeNames.Known known = this.names.of(List.of());
		model.addAttribute("period", period);
		String label = label(period, locale);
		model.addAttribute("label", label);
		// Names of months begin with a capital wherever they stand.
		model.addAttribute("when",
				(period.length() == ScorePeriod.Length.MONTH) ? label : StringUtils.uncapitalize(label));
		model.addAttribute("running", period.isRunning(this.words.today()));
		model.addAttribute("periods",
				ScorePeriod.until(this.words.today())
					.stream()
					.map((one) -> new Choice(one.code(), label(one, locale)))
					.toList());
		model.addAttribute("city", Score.of(null, this.words.say("complaint-open.score.city", locale), city,
				city.received() + city.transferredIn(), locale));
		model.addAttribute("conduct",
				alone(this.statistics.conduct(period.from(), period.to()), "complaint-open.score.conduct", locale));
		model.addAttribute("portal",
				alone(this.statistics.portal(period.from(), period.to()), "complaint-open.score.portal", locale));
		List<Score> scores = agencies.stream()
			.sorted(Comparator.comparingLong((AgencyCount one) -> one.received() + one.transferredIn()).reversed())
			.map((one) -> Score.of(code(one), name(one, known, locale), one, largest, locale))
			.toList();
		int first = Math.min(FIRST, scores.size());
		model.addAttribute("first", scores.subList(0, first));
		model.addAttribute("rest", scores.subList(first, scores.size()));
		model.addAttribute("csv", Language.of(locale).addTo(PATH + ".csv?periode=" + period.code()));
		return "complaint/open/scoreboard";
	}

	/** What is of no agency, as a list of one, or none where there is nothing. */
	private List<Score> alone(AgencyCount count, String key, Locale locale) {
		return (count.received() > 0)
				? List.of(Score.of(null, this.words.say(key, locale), count, count.received(), locale)) : List.of();
	}

	@GetMapping(PATH + ".csv")
	@CachedPage(parameters = "periode", tags = { PublicComplaints.PAGES, CatalogDesk.PAGES }, maxAge = "5m")
	ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable String periode, Locale locale) {
		ScorePeriod period = period(periode);
		CodeNames.Known known = this.names.of(List.of());
		List<List<String>> rows = new ArrayList<>();
		this.statistics.byAgency(period.from(), period.to())
			.forEach((one) -> rows
				.add(fields(period, one, Objects.requireNonNullElse(code(one), ""), name(one, known, locale))));
		rows.add(fields(period, this.statistics.conduct(period.from(), period.to()), "pengawasan",
				this.words.say("complaint-open.score.conduct", locale)));
		rows.add(fields(period, this.statistics.city(period.from(), period.to()), "kota",
				this.words.say("complaint-open.score.city", locale)));
		rows.add(fields(period, this.statistics.portal(period.from(), period.to()), "portal",
				this.words.say("complaint-open.score.portal", locale)));
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.demo.named("pengaduan-" + period.code() + ".csv"))
						.build()
						.toString())
			.body(CsvText.of(HEADER, rows));
	}

	private static List<String> fields(ScorePeriod period, AgencyCount count, String code, String name) {
		List<String> fields = new ArrayList<>(List.of(period.from().toString(), period.to().toString(), code, name));
		for (long number : new long[] { count.received(), count.transferredIn(), count.open(), count.closed(),
				count.unconfirmed(), count.rejected(), count.merged(), count.referred(), count.transferredOut(),
				count.overdue(), count.resolved(), count.inTime() }) {
			fields.add(String.valueOf(number));
		}
		Double median = count.medianDays();
		fields.add((median != null) ? String.valueOf(median) : "");
		fields.add(String.valueOf(count.reopened()));
		fields.add(String.valueOf(count.ratings()));
		fields.add(count.isRated() ? String.valueOf(count.ratingSum()) : "");
		fields.add(String.valueOf(count.judged()));
		fields.add(count.isJudged() ? String.valueOf(count.reallySolved()) : "");
		return fields;
	}

	/** This month, unless another period is asked for. */
	private ScorePeriod period(@Nullable String typed) {
		LocalDate today = this.words.today();
		if (!StringUtils.hasText(typed)) {
			return ScorePeriod.month(YearMonth.from(today));
		}
		return ScorePeriod.parse(typed)
			.filter((period) -> !period.from().isAfter(today))
			.orElseThrow(() -> new InvalidParameter("periode", "must be a period such as 2026-11, 2026-t4 or 2026"));
	}

	private String label(ScorePeriod period, Locale locale) {
		return switch (period.length()) {
			case MONTH -> this.pageClock.month(YearMonth.from(period.from()), locale);
			case QUARTER -> this.words.say("complaint-open.score.quarter", locale,
					String.valueOf(period.from().get(IsoFields.QUARTER_OF_YEAR)), period.code().substring(0, 4));
			case YEAR -> this.words.say("complaint-open.score.year", locale, period.code());
		};
	}

	private static @Nullable String code(AgencyCount count) {
		AgencyId agency = count.agency();
		return (agency != null) ? agency.code() : null;
	}

	private String name(AgencyCount count, CodeNames.Known known, Locale locale) {
		AgencyId agency = count.agency();
		if (agency == null) {
			return this.words.say("complaint-open.score.nobody", locale);
		}
		Agency found = known.agencies().get(agency.code());
		return (found != null) ? found.shortName() : agency.code();
	}

}
