package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardTrendTests {

	@Test
	void interruptsALineWhereNothingWasMeasured() {
		DashboardTrend trend = of(part(50.0, null), part(100.0, null), part(null, null), part(0.0, null));
		assertThat(trend.measured()).isEqualTo("M146 122h2L310 32M638 212h2");
		assertThat(trend.perceived()).isEmpty();
		assertThat(trend.whiskers()).isEmpty();
	}

	@Test
	void drawsTheIntervalOfOpinion() {
		DashboardTrend trend = of(part(null, 50.0));
		assertThat(trend.perceived()).isEqualTo("M392 122h2");
		assertThat(trend.whiskers()).isEqualTo("M392 140V104M388 140h8M388 104h8");
	}

	@Test
	void interruptsTheLineOfOpinionWhereTheQuestionsChanged() {
		DashboardTrend trend = of(asked(1), asked(1), asked(2), asked(2));
		assertThat(trend.perceived()).isEqualTo("M146 122h2L310 122M474 122h2L638 122");
		assertThat(trend.measured()).as("measured all the same").containsOnlyOnce("M");
	}

	@Test
	void interruptsTheMeasuredLineWhereTheScaleChanged() {
		DashboardTrend trend = of(scored(100, 30), scored(100, 30), scored(200, 30), scored(200, 40));
		assertThat(trend.measured()).isEqualTo("M146 122h2L310 122M474 122h2M638 122h2");
	}

	private static Card scored(double best, int weight) {
		Scale scale = new Scale("a", 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(best, 100)), 99.9, weight);
		return new Cards().scored(QualityDimension.PRIVACY, 50, scale).card();
	}

	private static Card asked(int version) {
		return new Cards().asked(version).with(QualityDimension.PRIVACY, 50.0, 50.0, 10, 100).card();
	}

	private static DashboardTrend of(Card... parts) {
		return DashboardTrend.of(List.of(parts), QualityDimension.PRIVACY);
	}

	private static Card part(@Nullable Double measured, @Nullable Double perceived) {
		return new Cards().with(QualityDimension.PRIVACY, measured, perceived, 10, 100).card();
	}

}
