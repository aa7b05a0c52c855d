package id.tangerangkota.layanan.quality.web;

import java.time.Clock;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardBarsTests {

	/** Right of the bars there is room for a number, on a phone not for words. */
	@Test
	void saysThatNothingIsKnownWhereTheBarWouldBegin() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.setUseCodeAsDefaultMessage(true);
		DashboardBars bars = DashboardBars.of(
				new Cards().with(QualityDimension.EFFICIENCY, null, 60.0, 5, 40)
					.with(QualityDimension.PRIVACY, 70.0, null, 5, 4)
					.card(),
				new DashboardWords(messages, new PageClock(Clock.systemUTC())), Language.INDONESIAN.locale());
		DashboardBars.Row efficiency = bars.rows().getFirst();
		DashboardBars.Row privacy = bars.rows().getLast();
		assertThat(efficiency.measured()).isNull();
		assertThat(efficiency.measuredText()).isEqualTo("dashboard.none.short");
		assertThat(efficiency.measuredX()).isEqualTo(privacy.perceivedX()).isZero();
		assertThat(efficiency.perceivedX()).isEqualTo(privacy.measuredX()).isGreaterThan(600);
	}

}
