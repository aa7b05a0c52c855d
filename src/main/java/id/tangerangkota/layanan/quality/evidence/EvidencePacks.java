package id.tangerangkota.layanan.quality.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PrintedDocument;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/**
 * Packs evidence: one file that speaks for itself. The same data give the same bytes, so
 * that two packs can be compared by their hashes. Written in Indonesian, the language of
 * those who evaluate.
 */
@Service
public class EvidencePacks {

	/** The table of numbers. */
	public static final String NUMBERS = "angka.csv";

	/** The table of counts. */
	public static final String COUNTS = "hitungan.csv";

	/** The table of scales. */
	public static final String SCALES = "skala.csv";

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private static final BigDecimal MOST = BigDecimal.valueOf(80);

	private static final BigDecimal FEW = BigDecimal.valueOf(30);

	private static final String MANIFEST = "manifest.json";

	private static final String SUMS = "SHA256SUMS";

	private static final Locale LOCALE = Language.INDONESIAN.locale();

	private final EvidenceCollector collector;

	private final EvidenceTable table;

	private final PrintedDocument document;

	private final SpringTemplateEngine templates;

	private final EvidenceWords words;

	private final PageClock pageClock;

	private final Demo demo;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	EvidencePacks(EvidenceCollector collector, EvidenceTable table, PrintedDocument document,
			SpringTemplateEngine templates, EvidenceWords words, PageClock pageClock, Demo demo, Clock clock) {
		this.collector = collector;
		this.table = table;
		this.document = document;
		this.templates = templates;
		this.words = words;
		this.pageClock = pageClock;
		this.demo = demo;
		this.clock = clock;
	}

	/** What a pack holds. */
	record Manifest(int format, String period, LocalDate from, LocalDate to, boolean complete, boolean demo,
			List<FileLine> files) {
	}

	/** A file of a pack. */
	record FileLine(String name, int bytes, String sha256) {
	}

	/** What is published about a time; nothing when it has not begun. */
	public Optional<Evidence> evidence(EvidencePeriod period) {
		return over(period).map((days) -> this.collector.collect(period, days));
	}

	private Optional<Period> over(EvidencePeriod period) {
		return period.over(PageClock.day(this.clock.instant()));
	}

	/** The numbers of evidence, each added up again from the tables that a pack holds. */
	public List<CountFiles.Line> addUpAgain(Evidence evidence) {
		return CountFiles.addUpAgain(CountFiles.published(evidence), CountFiles.counts(evidence),
				ScaleFile.write(evidence.scales()));
	}

	/** Writes the pack of evidence. */
	public void write(Evidence evidence, OutputStream out) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("laporan.pdf",
				this.document.print(page(evidence), PageClock.start(evidence.days().to().plusDays(1))));
		files.put("laporan.xlsx", this.table.write(evidence, LOCALE));
		files.put(NUMBERS, CountFiles.published(evidence));
		files.put(COUNTS, CountFiles.counts(evidence));
		files.put(SCALES, ScaleFile.write(evidence.scales()));
		files.put("hitung-ulang.html", again(evidence).getBytes(StandardCharsets.UTF_8));
		files.put(MANIFEST, this.json.writeValueAsBytes(manifest(evidence, files)));
		files.put(SUMS, sums(files));
		FixedZip.write(files, out);
	}

	private String page(Evidence evidence) {
		Context context = new Context(LOCALE);
		context.setVariable("evidence", evidence);
		context.setVariable("period", this.words.period(evidence.period(), LOCALE));
		context.setVariable("from", this.pageClock.date(evidence.days().from(), LOCALE));
		context.setVariable("to", this.pageClock.date(evidence.days().to(), LOCALE));
		context.setVariable("demo", this.demo.on());
		context.setVariable("uptimes", uptimes(evidence));
		context.setVariable("clocks", of(evidence, "laporan-tepat-waktu"));
		context.setVariable("agencies", of(evidence, "skm"));
		context.setVariable("dimensions", of(evidence, "esqual"));
		context.setVariable("share", followUpShare(evidence));
		context.setVariable("scores", scores(evidence));
		context.setVariable("words", this.words);
		context.setVariable("locale", LOCALE);
		return this.templates.process("quality/evidence-document", context);
	}

	/** The pack's own check, for whoever has nothing but the pack. */
	private String again(Evidence evidence) {
		Context context = new Context(LOCALE);
		context.setVariable("evidence", evidence);
		context.setVariable("period", this.words.period(evidence.period(), LOCALE));
		context.setVariable("demo", this.demo.on());
		context.setVariable("lines", addUpAgain(evidence));
		context.setVariable("words", this.words);
		context.setVariable("locale", LOCALE);
		return this.templates.process("quality/evidence-again", context);
	}

	/** In the classes PEKPPP knows. */
	private @Nullable String followUpShare(Evidence evidence) {
		String share = evidence.value("tindak-lanjut", Found.CITY);
		if (share == null) {
			return null;
		}
		BigDecimal percent = new BigDecimal(share);
		String grade = (percent.compareTo(ALL) >= 0) ? "all"
				: (percent.compareTo(MOST) > 0) ? "most" : (percent.compareTo(FEW) >= 0) ? "some" : "few";
		return this.words.say("passport-evidence.document.follow-up", LOCALE, share.replace('.', ','),
				this.words.say("passport-evidence.document.follow-up." + grade, LOCALE));
	}

	/** A dimension of the city; what is null is not known. */
	record Scores(String name, @Nullable String perceived, @Nullable String measured, @Nullable String coverage,
			@Nullable String gap) {
	}

	private List<Scores> scores(Evidence evidence) {
		return Arrays.stream(QualityDimension.values())
			.map((dimension) -> new Scores(this.words.say("quality.dimension." + dimension.code(), LOCALE),
					ofCity(evidence, Recount.PERCEIVED + dimension.code()),
					ofCity(evidence, Recount.MEASURED + dimension.code()),
					ofCity(evidence, Recount.COVERAGE + dimension.code()),
					ofCity(evidence, Recount.GAP + dimension.code())))
			.toList();
	}

	private static @Nullable String ofCity(Evidence evidence, String figure) {
		String value = evidence.value(figure, Found.CITY);
		return (value != null) ? value.replace('.', ',').replace('-', '−') : null;
	}

	/** A number below that of the city. */
	record Line(String name, String value) {
	}

	/** Those that are no part of the city's number say so. */
	private List<Line> uptimes(Evidence evidence) {
		Set<String> verified = evidence.counts()
			.stream()
			.filter((count) -> count.figure().equals("nyala") && count.subject().equals(Found.CITY))
			.map(Count::part)
			.collect(Collectors.toSet());
		String note = " (" + this.words.say("dashboard.unverified.short", LOCALE) + ")";
		return evidence.published()
			.stream()
			.filter((one) -> one.figure().equals("nyala") && !one.subject().equals(Found.CITY))
			.map((one) -> new Line(evidence.name(one.subject()) + (verified.contains(one.subject()) ? "" : note),
					one.value().replace('.', ',')))
			.toList();
	}

	private static List<Line> of(Evidence evidence, String figure) {
		return evidence.published()
			.stream()
			.filter((one) -> one.figure().equals(figure) && !one.subject().equals(Found.CITY))
			.map((one) -> new Line(evidence.name(one.subject()), one.value().replace('.', ',')))
			.toList();
	}

	private Manifest manifest(Evidence evidence, Map<String, byte[]> files) {
		List<FileLine> lines = new ArrayList<>();
		files.forEach((name, content) -> lines.add(new FileLine(name, content.length, sha256(content))));
		return new Manifest(2, evidence.period().code(), evidence.days().from(), evidence.days().to(),
				evidence.days().equals(evidence.period().days()), this.demo.on(), lines);
	}

	/** As {@code sha256sum -c} reads it. */
	private static byte[] sums(Map<String, byte[]> files) {
		StringBuilder lines = new StringBuilder();
		files.forEach((name, content) -> lines.append(sha256(content)).append("  ").append(name).append('\n'));
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
