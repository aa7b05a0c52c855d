package id.tangerangkota.layanan.quality.web.retirement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.quality.retirement.Candidate;
import id.tangerangkota.layanan.quality.retirement.RetirementFinder;
import id.tangerangkota.layanan.quality.retirement.Sign;
import id.tangerangkota.layanan.quality.retirement.Sign.Kind;
import id.tangerangkota.layanan.web.CsvText;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Services that may have come to their end, with what speaks for it. */
@Controller
class RetirementController {

	static final String PATH = "/admin/mutu/pensiun";

	private static final int SIZE = 20;

	private final RetirementFinder finder;

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Downloads downloads;

	private final Clock clock;

	RetirementController(RetirementFinder finder, MessageSource messages, PageClock pageClock, Downloads downloads,
			Clock clock) {
		this.finder = finder;
		this.messages = messages;
		this.pageClock = pageClock;
		this.downloads = downloads;
		this.clock = clock;
	}

	/** A service with what is suggested. */
	record Row(String slug, String name, @Nullable String agency, String advice, List<SignRow> signs) {
	}

	/** What was looked at and what came of it. */
	record SignRow(String tone, String text) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		List<Candidate> candidates = this.finder.candidates();
		int page = Paging.number(halaman);
		model.addAttribute("total", candidates.size());
		model.addAttribute("paging", Paging.of(page, SIZE, candidates.size(),
				(number) -> PATH + ((number > 1) ? "?halaman=" + number : "")));
		model.addAttribute("rows",
				candidates.stream()
					.skip((long) (page - 1) * SIZE)
					.limit(SIZE)
					.map((candidate) -> row(candidate, locale))
					.toList());
		model.addAttribute("csv", Language.of(locale).addTo(PATH + ".csv"));
		return "quality/retirement";
	}

	private Row row(Candidate candidate, Locale locale) {
		return new Row(candidate.service().slug(), candidate.service().name(), candidate.service().agency(),
				say("passport-retirement.advice." + candidate.advice(), locale),
				candidate.signs().stream().map((sign) -> new SignRow(tone(sign), text(sign, locale))).toList());
	}

	private static String tone(Sign sign) {
		return !sign.isKnown() ? "unknown" : sign.isFor() ? "down" : "up";
	}

	private String text(Sign sign, Locale locale) {
		LocalDate since = sign.since();
		return say("passport-retirement." + sign.kind() + "." + ending(sign), locale,
				(since != null) ? this.pageClock.date(since, locale) : "",
				Objects.requireNonNullElse(sign.count(), 0L));
	}

	/** A service nobody ever reviewed has no day to name. */
	private static String ending(Sign sign) {
		if (!sign.isKnown()) {
			return "unknown";
		}
		if (sign.kind() == Kind.NOT_REVIEWED && sign.since() == null) {
			return "never";
		}
		if (sign.kind() == Kind.DEAD && sign.isAgainst() && sign.since() != null) {
			return "lately";
		}
		return sign.isFor() ? "yes" : "no";
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(Locale locale) {
		List<String> header = new ArrayList<>(List.of("slug", "name", "agency", "advice"));
		for (Kind kind : Kind.values()) {
			String name = kind.name().toLowerCase(Locale.ROOT);
			header.addAll(List.of(name, name + "_since", name + "_count"));
		}
		List<List<String>> rows = this.finder.candidates().stream().map(RetirementController::fields).toList();
		return this.downloads.csv("pensiun-" + PageClock.day(this.clock.instant()) + ".csv",
				CsvText.forSpreadsheets(header, rows));
	}

	/** What is not known stays empty. */
	private static List<String> fields(Candidate candidate) {
		List<String> fields = new ArrayList<>(
				List.of(candidate.service().slug(), SpreadsheetText.harmless(candidate.service().name()),
						SpreadsheetText.harmless(Objects.requireNonNullElse(candidate.service().agency(), "")),
						candidate.advice().name()));
		for (Sign sign : candidate.signs()) {
			fields.add((sign.holds() != null) ? sign.holds().toString() : "");
			fields.add((sign.since() != null) ? sign.since().toString() : "");
			fields.add((sign.count() != null) ? sign.count().toString() : "");
		}
		return fields;
	}

}
