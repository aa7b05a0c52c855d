package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.web.DashboardViews.DimensionView;
import id.tangerangkota.layanan.quality.web.DashboardViews.IndicatorView;
import id.tangerangkota.layanan.quality.web.DashboardViews.TrendRow;
import id.tangerangkota.layanan.quality.web.DashboardViews.TrendView;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class DashboardViewsTests {

	private static final Locale INDONESIAN = Language.INDONESIAN.locale();

	private final DashboardWords words = new DashboardWords(messages(), new PageClock(Clock.systemUTC()));

	private final DashboardViews views = new DashboardViews(this.words, mock(AvailabilityReport.class), List.of(
			new Known("outages", Unit.COUNT, new Reading.Rate(2_592_000)),
			new Known("uptime", Unit.SHARE, Reading.SHARE),
			new Known("page-lcp", Unit.MILLISECONDS, new Reading.Percentile(Reading.Part.HALF, List.of(100L), 1))));

	/** What pages know of an indicator. */
	private record Known(String id, Unit unit, Reading reading) implements Indicator {

		@Override
		public QualityDimension dimension() {
			return QualityDimension.AVAILABILITY;
		}

		@Override
		public List<Fact> count(LocalDate day) {
			return List.of();
		}

	}

	@Test
	void saysCountsInUnitsThatPeopleKnow() {
		Card card = new Cards().counted("outages", 30, Sum.of(41, 61_257_600))
			.counted("uptime", 50, Sum.of(61_000_000, 61_257_600))
			.counted("page-lcp", 20, Sum.of(3, 12))
			.counted("site-headers", 0, Sum.of(2, 5))
			.card();
		assertThat(this.views.dimensions(card, card, INDONESIAN).get(2).indicators()).extracting(IndicatorView::raw)
			.containsExactly("41 gangguan dalam 709 hari-situs", "16.944,4 dari 17.016,0 jam", "12 pengukuran",
					"2 dari 5");
	}

	@Test
	void weighsIndicatorsAmongThoseOfTheLevel() {
		Card card = new Cards().counted("outages", 15, Sum.of(1, 1)).counted("uptime", 45, Sum.of(1, 1)).card();
		assertThat(this.views.dimensions(card, card, INDONESIAN).get(2).indicators()).extracting(IndicatorView::weight)
			.containsExactly("25\u00a0%", "75\u00a0%");
	}

	@Test
	void writesLimitsAlikeEverywhere() {
		assertThat(this.words.limit(30_000, Unit.MILLISECONDS, INDONESIAN)).isEqualTo("30 detik");
		assertThat(this.words.limit(800, Unit.MILLISECONDS, INDONESIAN)).isEqualTo("800 milidetik");
		assertThat(this.words.limit(99.9, Unit.SHARE, INDONESIAN)).isEqualTo("99,9\u00a0%");
		Card card = new Cards().counted("page-lcp", 1, Sum.of(1, 1)).card();
		assertThat(this.views.dimensions(card, card, INDONESIAN).get(2).indicators()).extracting(IndicatorView::target)
			.containsExactly("30 detik");
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/dashboard", "messages/quality", "messages/survey", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private static Card asked(int version, double perceived) {
		return new Cards().asked(version).with(QualityDimension.PRIVACY, 60.0, perceived, 3, 100).card();
	}

	private DimensionView privacy(Card now, Card before) {
		return this.views.dimensions(now, before, INDONESIAN).getLast();
	}

	@Test
	void saysHowOpinionChanged() {
		assertThat(privacy(asked(1, 70), asked(1, 60)).perceivedChange()).isEqualTo("+10,0");
		assertThat(privacy(asked(1, 70), asked(1, 60)).otherWords()).isNull();
	}

	@Test
	void comparesNoAnswersToOtherWordsAndSaysWhy() {
		DimensionView view = privacy(asked(2, 70), asked(1, 60));
		assertThat(view.perceivedChange()).isNull();
		assertThat(view.measuredChange()).as("the same measure").isEqualTo("0,0");
		assertThat(view.otherWords()).contains("pertanyaannya berganti");
		assertThat(privacy(asked(2, 70), new Cards().card()).otherWords()).as("nothing to compare").isNull();
	}

	@Test
	void saysWhyTheLineOfOpinionBreaks() {
		assertThat(trend(asked(1, 70), asked(2, 70)).otherWords()).contains("terputus");
		assertThat(trend(asked(2, 70), asked(2, 60)).otherWords()).isNull();
	}

	private static Card scored(double score, Scale scale) {
		return new Cards().scored(QualityDimension.PRIVACY, score, scale).card();
	}

	private static Scale scale(double best, double target, int weight) {
		return new Scale("uptime", 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(best, 100)), target, weight);
	}

	@Test
	void comparesNoScoresOfOtherScalesAndSaysWhy() {
		DimensionView view = privacy(scored(70, scale(200, 99, 30)), scored(50, scale(100, 99, 30)));
		assertThat(view.measuredChange()).isNull();
		assertThat(view.otherScales()).contains("Skala atau bobot");
		IndicatorView indicator = view.indicators().getFirst();
		assertThat(indicator.change()).isNull();
		assertThat(indicator.otherScale()).contains("Skala nilainya berganti");
	}

	@Test
	void comparesNoDimensionOfOtherWeights() {
		DimensionView view = privacy(scored(70, scale(100, 99, 40)), scored(50, scale(100, 99, 30)));
		assertThat(view.measuredChange()).isNull();
		assertThat(view.otherScales()).contains("Skala atau bobot");
		assertThat(view.indicators().getFirst().change()).as("scored alike").isEqualTo("+20,0");
	}

	@Test
	void comparesWhereOnlyTheTargetChanged() {
		DimensionView view = privacy(scored(70, scale(100, 90, 30)), scored(50, scale(100, 99, 30)));
		assertThat(view.measuredChange()).isEqualTo("+20,0");
		assertThat(view.otherScales()).isNull();
		assertThat(view.indicators().getFirst().otherScale()).isNull();
	}

	@Test
	void saysWhyTheMeasuredLineBreaks() {
		Card old = scored(50, scale(100, 99, 30));
		assertThat(trend(old, scored(50, scale(200, 99, 30))).otherScales()).contains("terputus");
		assertThat(trend(old, old).otherScales()).isNull();
		assertThat(trend(new Cards().card(), old).otherScales()).as("nothing measured before").isNull();
	}

	@Test
	void marksThePartInWhichAnotherScaleBegins() {
		Card old = scored(50, scale(100, 99, 30));
		Card other = scored(50, scale(200, 99, 30));
		assertThat(trend(old, new Cards().card(), other, other, old).rows()).extracting(TrendRow::otherScales)
			.containsExactly(null, null, "Skala atau bobot baru mulai berlaku di sini", null,
					"Skala atau bobot baru mulai berlaku di sini");
	}

	/** A file has no line that breaks. */
	@Test
	void saysInFilesWhereAnotherScaleBegins() {
		DashboardFiles files = new DashboardFiles(this.words);
		DashboardSubject city = DashboardSubject.city("Seluruh kota");
		Card old = scored(50, scale(100, 99, 30));
		List<Card> parts = List.of(old, scored(50, scale(200, 99, 30)));
		assertThat(notes(files.table(city, old, parts, INDONESIAN))).containsExactly(
				"Skala atau bobot berganti dalam periode ini, mulai 1 Jul 2026", null,
				"Skala atau bobot baru mulai berlaku di sini");
		assertThat(notes(files.heat(List.of(city), List.of(old), parts, INDONESIAN)))
			.containsExactly("Skala atau bobot berganti dalam periode ini, mulai 1 Jul 2026");
		assertThat(notes(files.heat(List.of(city), List.of(old), List.of(old, old), INDONESIAN))).containsOnlyNulls();
	}

	/** Of the dimension that is measured. */
	private List<@Nullable Object> notes(Table table) {
		String privacy = this.words.heading(QualityDimension.PRIVACY, INDONESIAN);
		List<@Nullable Object> notes = new ArrayList<>();
		table.rows()
			.stream()
			.filter((row) -> privacy.equals(row.get(3)) && row.get(4) == null)
			.forEach((row) -> notes.add(row.getLast()));
		return notes;
	}

	private TrendView trend(Card... parts) {
		return this.views.trends(List.of(parts), Part.MONTH, INDONESIAN).getLast();
	}

}
