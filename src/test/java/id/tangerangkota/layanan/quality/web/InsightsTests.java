package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Sentences say what the numbers say, and nothing where there is nothing to say. */
class InsightsTests {

	private static final Locale INDONESIAN = Language.INDONESIAN.locale();

	private static final Locale ENGLISH = Language.ENGLISH.locale();

	private Insights insights;

	private long reports;

	@BeforeEach
	void speak() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/dashboard", "messages/quality");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		this.insights = new Insights(new DashboardWords(messages, new PageClock(Clock.systemUTC())));
	}

	private List<Insight> of(Cards now, Cards before, Locale locale) {
		return this.insights.of(ground(now.card(), before.card()), locale);
	}

	private Insights.Ground ground(Card now, Card before) {
		return new Insights.Ground(now, before, Map.of("uptime", Unit.SHARE), this.reports, new Insights.Links() {

			@Override
			public String indicator(String id) {
				return "/indikator/" + id;
			}

			@Override
			public String reports() {
				return "/laporan";
			}

			@Override
			public String survey() {
				return "#pendapat";
			}

		});
	}

	private static Cards unavailable() {
		return new Cards().with(QualityDimension.AVAILABILITY, 95.0, 27.5, 3, 500)
			.indicator("uptime", QualityDimension.AVAILABILITY, 99.84, 99, 0);
	}

	@Test
	void tellsThatPeopleCannotUseWhatIsUp() {
		this.reports = 14;
		assertThat(of(unavailable(), new Cards(), INDONESIAN)).singleElement().satisfies((insight) -> {
			assertThat(insight.text()).isEqualTo(
					"Warga menilai ketersediaan 2,1 dari 5, sementara layanan dapat dibuka 99,84\u00a0% waktu: 14 laporan menyebut situs atau aplikasi bermasalah.");
			assertThat(insight.href()).isEqualTo("/laporan");
		});
		assertThat(of(unavailable(), new Cards(), ENGLISH)).extracting(Insight::text)
			.containsExactly(
					"People rate availability 2.1 out of 5, while services were up 99.84%: 14 reports speak of trouble with sites or apps.");
	}

	@Test
	void leadsToTheDaysWhereNobodyReported() {
		assertThat(of(unavailable(), new Cards(), INDONESIAN)).singleElement().satisfies((insight) -> {
			assertThat(insight.text())
				.isEqualTo("Warga menilai ketersediaan 2,1 dari 5, sementara layanan dapat dibuka 99,84\u00a0% waktu.");
			assertThat(insight.href()).isEqualTo("/indikator/uptime");
		});
	}

	@Test
	void tellsWherePeopleAreMoreContentThanMeasured() {
		assertThat(of(new Cards().with(QualityDimension.PRIVACY, 40.0, 80.0, 4, 500), new Cards(), INDONESIAN))
			.extracting(Insight::text)
			.containsExactly(
					"Warga puas dengan privasi, 4,2 dari 5, sementara pengukuran hanya memberinya 40 dari 100.");
	}

	@Test
	void tellsTheWidestGapFirst() {
		assertThat(of(new Cards().with(QualityDimension.EFFICIENCY, 60.0, 40.0, 3, 500)
			.with(QualityDimension.FULFILLMENT, 90.0, 20.0, 3, 500), new Cards(), INDONESIAN)).extracting(Insight::text)
			.satisfiesExactly((first) -> assertThat(first).contains("pemenuhan", "1,8", "90"),
					(second) -> assertThat(second).contains("efisiensi", "2,6", "60"));
	}

	@Test
	void saysNothingOfAGapThatChanceExplainsOrThatIsSmall() {
		assertThat(of(new Cards().with(QualityDimension.EFFICIENCY, 60.0, 40.0, 25, 500)
			.with(QualityDimension.PRIVACY, 60.0, 50.0, 2, 500), new Cards(), INDONESIAN)).isEmpty();
	}

	@Test
	void tellsTheBiggestChange() {
		Cards now = new Cards().with(QualityDimension.EFFICIENCY, 80.0, null, 0, 500)
			.with(QualityDimension.PRIVACY, 60.0, null, 0, 500);
		Cards before = new Cards().with(QualityDimension.EFFICIENCY, 74.0, null, 0, 500)
			.with(QualityDimension.PRIVACY, 70.0, null, 0, 500);
		assertThat(of(now, before, INDONESIAN)).extracting(Insight::text)
			.containsExactly("Ukuran privasi turun dari 70 menjadi 60 dibanding periode sebelumnya.");
		assertThat(of(before, now, INDONESIAN)).extracting(Insight::href, Insight::text)
			.containsExactly(tuple("#privacy", "Ukuran privasi naik dari 60 menjadi 70 dibanding periode sebelumnya."));
	}

	@Test
	void tellsNoChangeOfScalesAsOneOfQuality() {
		Scale old = new Scale("a", 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(100, 100)), 99.9, 30);
		Scale strict = new Scale("a", 2, LocalDate.EPOCH, List.of(new Point(50, 0), new Point(100, 100)), 99.9, 30);
		Cards before = new Cards().scored(QualityDimension.EFFICIENCY, 95, old);
		assertThat(of(new Cards().scored(QualityDimension.EFFICIENCY, 75, strict), before, ENGLISH)).isEmpty();
		assertThat(of(new Cards().scored(QualityDimension.EFFICIENCY, 75, old), before, ENGLISH)).singleElement();
	}

	@Test
	void tellsAChangeOfOpinionOnlyWhereItIsNotChance() {
		Cards now = new Cards().with(QualityDimension.EFFICIENCY, null, 75.0, 4, 500);
		assertThat(of(now, new Cards().with(QualityDimension.EFFICIENCY, null, 50.0, 4, 500), ENGLISH))
			.extracting(Insight::text)
			.containsExactly("People's rating of efficiency rose from 3.0 to 4.0 out of 5.");
		assertThat(of(now, new Cards().with(QualityDimension.EFFICIENCY, null, 70.0, 4, 500), ENGLISH)).isEmpty();
	}

	@Test
	void comparesNoAnswersToOtherWords() {
		Cards now = new Cards().asked(2).with(QualityDimension.EFFICIENCY, null, 75.0, 4, 500);
		Cards before = new Cards().with(QualityDimension.EFFICIENCY, null, 50.0, 4, 500);
		assertThat(of(now, before, ENGLISH)).isEmpty();
	}

	@Test
	void tellsTheWeakestIndicatorAndItsTarget() {
		Cards now = new Cards().indicator("a", QualityDimension.EFFICIENCY, 12, 60, 0)
			.indicator("uptime", QualityDimension.AVAILABILITY, 95.2, 31, 0);
		assertThat(of(now, new Cards(), INDONESIAN)).extracting(Insight::text)
			.containsExactly("Indikator terlemah: “Waktu layanan dapat dibuka”, 95,20\u00a0%. Targetnya 99,9\u00a0%.");
		assertThat(of(new Cards().indicator("a", QualityDimension.EFFICIENCY, 90, 90, 0), new Cards(), INDONESIAN))
			.isEmpty();
	}

	@Test
	void asksForMoreAnswers() {
		assertThat(of(new Cards().with(QualityDimension.PRIVACY, null, null, 0, 7), new Cards(), INDONESIAN))
			.extracting(Insight::text)
			.containsExactly(
					"Baru 7 jawaban survei, padahal perlu 384 agar mewakili. Ajak lebih banyak warga menjawab.");
	}

	@Test
	void warnsOfThinMeasurementsAndMissingSources() {
		assertThat(of(new Cards().coverage(QualityDimension.PRIVACY, 80, 0.35)
			.indicator("uptime", QualityDimension.PRIVACY, 99, 90, 3), new Cards(), INDONESIAN))
			.extracting(Insight::text)
			.containsExactly("Ukuran privasi baru berdiri di atas 35\u00a0% bobot indikatornya.",
					"Sumber data “Waktu layanan dapat dibuka” hilang selama 3 hari. Hari itu dikosongkan, bukan dihitung nol.");
	}

	@Test
	void saysNothingWhereNothingIsKnown() {
		assertThat(of(new Cards(), new Cards(), INDONESIAN)).isEmpty();
	}

}
