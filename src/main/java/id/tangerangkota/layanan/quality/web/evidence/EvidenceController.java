package id.tangerangkota.layanan.quality.web.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.quality.evidence.Count;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Line;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Made;
import id.tangerangkota.layanan.quality.evidence.Evidence;
import id.tangerangkota.layanan.quality.evidence.EvidenceArchive;
import id.tangerangkota.layanan.quality.evidence.EvidenceArchive.Standing;
import id.tangerangkota.layanan.quality.evidence.EvidencePacks;
import id.tangerangkota.layanan.quality.evidence.EvidencePeriod;
import id.tangerangkota.layanan.quality.evidence.EvidenceWords;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Evidence by period, and every number added up again in front of the reader. */
@Controller
class EvidenceController {

	static final String PATH = "/admin/mutu/bukti";

	private static final String ZIP = "application/zip";

	private static final int MONTHS = 6;

	/** More terms of a sum stand in the table of counts. */
	private static final int MOST_TERMS = 12;

	private final EvidencePacks packs;

	private final EvidenceArchive archive;

	private final CurrentActor actor;

	private final EvidenceWords words;

	private final PageClock pageClock;

	private final Demo demo;

	private final Clock clock;

	EvidenceController(EvidencePacks packs, EvidenceArchive archive, CurrentActor actor, EvidenceWords words,
			PageClock pageClock, Demo demo, Clock clock) {
		this.packs = packs;
		this.archive = archive;
		this.actor = actor;
		this.words = words;
		this.pageClock = pageClock;
		this.demo = demo;
		this.clock = clock;
	}

	/** A period to choose. */
	record Choice(String code, String label) {
	}

	/** Numbers of one kind. */
	record Group(String figure, String label, int numbers, int wrong) {
	}

	/** A number and how it was added up again. */
	record Row(String subject, String rule, @Nullable String published, @Nullable String again, boolean agrees,
			List<String> terms, int more) {
	}

	/** A pack that was kept, looked at again just now. */
	record KeptRow(int version, String href, String made, String sha256, String standing, String tone) {
	}

	@GetMapping(PATH)
	String index(Model model, Locale locale) {
		model.addAttribute("periods", periods(locale));
		return "quality/evidence-index";
	}

	/** Those with a day that is over, the newest first. */
	private List<Choice> periods(Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		List<EvidencePeriod> periods = new ArrayList<>();
		for (int months = 0; months < MONTHS; months++) {
			periods.add(EvidencePeriod.of(YearMonth.from(today).minusMonths(months)));
		}
		for (int quarters = 0; quarters <= 4; quarters++) {
			periods.add(EvidencePeriod.of(SkmPeriod.quarter(today.minusMonths(3L * quarters))));
		}
		for (int halves = 0; halves <= 2; halves++) {
			periods.add(EvidencePeriod.of(SkmPeriod.half(today.minusMonths(6L * halves))));
		}
		periods.add(EvidencePeriod.of(SkmPeriod.year(today)));
		periods.add(EvidencePeriod.of(SkmPeriod.year(today.minusYears(1))));
		return periods.stream()
			.filter((period) -> period.over(today).isPresent())
			.map((period) -> new Choice(period.code(), this.words.period(period, locale)))
			.toList();
	}

	@GetMapping(PATH + "/{period}")
	String period(@PathVariable String period, @RequestParam(required = false) @Nullable String angka, Model model,
			Locale locale) {
		Evidence evidence = find(period);
		List<Line> lines = this.packs.addUpAgain(evidence);
		Map<String, List<Line>> byFigure = new LinkedHashMap<>();
		lines.forEach((line) -> byFigure.computeIfAbsent(line.figure(), (any) -> new ArrayList<>()).add(line));
		if (angka != null && !byFigure.containsKey(angka)) {
			throw new NotFound();
		}
		String chosen = (angka != null) ? angka : byFigure.keySet().stream().findFirst().orElse(null);
		model.addAttribute("code", evidence.period().code());
		model.addAttribute("zip", href(evidence.period(), ".zip", locale));
		model.addAttribute("period", this.words.period(evidence.period(), locale));
		model.addAttribute("span",
				this.words.say("passport.span", locale, this.pageClock.date(evidence.days().from(), locale),
						this.pageClock.date(evidence.days().to(), locale)));
		model.addAttribute("running", !evidence.days().equals(evidence.period().days()));
		model.addAttribute("keeps", this.actor.get().is(Role.COORDINATOR) || this.actor.get().is(Role.ADMINISTRATOR));
		model.addAttribute("kept", kept(evidence.period(), locale));
		model.addAttribute("numbers", lines.size());
		model.addAttribute("wrong", lines.stream().filter((line) -> !line.agrees()).count());
		model.addAttribute("groups", byFigure.entrySet()
			.stream()
			.map((entry) -> new Group(entry.getKey(), this.words.figure(entry.getKey(), locale),
					entry.getValue().size(), (int) entry.getValue().stream().filter((line) -> !line.agrees()).count()))
			.toList());
		model.addAttribute("chosen", chosen);
		model.addAttribute("chosenText", (chosen != null) ? this.words.figure(chosen, locale) : null);
		model.addAttribute("rows",
				byFigure.getOrDefault(String.valueOf(chosen), List.of())
					.stream()
					.map((line) -> row(evidence, line, locale))
					.toList());
		return "quality/evidence";
	}

	/** Links to files carry no language of themselves. */
	private static String href(EvidencePeriod period, String end, Locale locale) {
		return Language.of(locale).addTo(PATH + "/" + period.code() + end);
	}

	private List<KeptRow> kept(EvidencePeriod period, Locale locale) {
		return this.archive.of(period).stream().map((kept) -> {
			Standing standing = this.archive.check(period, kept);
			return new KeptRow(kept.version(), href(period, "/arsip/" + kept.version() + ".zip", locale),
					this.pageClock.format(kept.madeAt(), locale), kept.sha256(),
					this.words.say("passport-evidence.standing." + standing, locale),
					(standing == Standing.WHOLE) ? "up" : "down");
		}).toList();
	}

	@PostMapping(PATH + "/{period}/arsip")
	String keep(@PathVariable String period, HttpServletRequest request) {
		EvidencePeriod wanted = EvidencePeriod.parse(period).orElseThrow(NotFound::new);
		this.archive.keep(wanted)
			.ifPresentOrElse(
					(version) -> Flash.put(request, Flash.Kind.SUCCESS, "passport-evidence.kept",
							Integer.toString(version)),
					() -> Flash.put(request, Flash.Kind.WARNING, "passport-evidence.running"));
		return "redirect:" + PATH + "/{period}";
	}

	@GetMapping(PATH + "/{period}/arsip/{version}.zip")
	ResponseEntity<byte[]> kept(@PathVariable String period, @PathVariable int version) {
		EvidencePeriod wanted = EvidencePeriod.parse(period).orElseThrow(NotFound::new);
		byte[] content = this.archive.content(wanted, version).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(ZIP))
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(name(wanted).replace(".zip", "-v" + version + ".zip"))
						.build()
						.toString())
			.body(content);
	}

	private String name(EvidencePeriod period) {
		return this.demo.named("bukti-mutu-" + period.code() + ".zip");
	}

	private Row row(Evidence evidence, Line line, Locale locale) {
		List<String> terms = Stream
			.concat(line.made().stream().map((made) -> made(made, locale)),
					line.counts().stream().map((count) -> term(evidence, count, locale)))
			.limit(MOST_TERMS)
			.toList();
		return new Row(subject(evidence, line.subject(), locale),
				(line.rule() != null) ? this.words.say("passport-evidence.rule." + line.rule(), locale)
						: this.words.say("passport-evidence.rule.none", locale),
				line.published(), line.again(), line.agrees(), terms,
				line.made().size() + line.counts().size() - terms.size());
	}

	private String made(Made made, Locale locale) {
		return this.words.say("passport-evidence.made", locale, this.words.figure(made.figure(), locale), made.value());
	}

	private String term(Evidence evidence, Count count, Locale locale) {
		return this.words.say("passport-evidence.term", locale, evidence.name(count.part()),
				Long.toString(count.numerator()), Long.toString(count.denominator()));
	}

	private String subject(Evidence evidence, String subject, Locale locale) {
		return subject.equals("kota") ? this.words.say("survey.city", locale) : evidence.name(subject);
	}

	/**
	 * By way of a file, so that the memory need not wait for somebody's slow line.
	 */
	@GetMapping(PATH + "/{period}.zip")
	void pack(@PathVariable String period, HttpServletResponse response) throws IOException {
		Evidence evidence = find(period);
		Path file = Files.createTempFile("bukti-", ".zip");
		try {
			try (OutputStream out = Files.newOutputStream(file)) {
				this.packs.write(evidence, out);
			}
			response.setContentType(ZIP);
			response.setContentLengthLong(Files.size(file));
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name(evidence.period())).build().toString());
			Files.copy(file, response.getOutputStream());
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private Evidence find(String period) {
		return EvidencePeriod.parse(period).flatMap(this.packs::evidence).orElseThrow(NotFound::new);
	}

}
