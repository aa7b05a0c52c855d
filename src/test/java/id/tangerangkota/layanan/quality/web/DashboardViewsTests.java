package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.web.DashboardViews.DimensionView;
import id.tangerangkota.layanan.quality.web.DashboardViews.TrendView;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class DashboardViewsTests {

	private static final Locale INDONESIAN = Language.INDONESIAN.locale();

	private final DashboardViews views = new DashboardViews(
			new DashboardWords(messages(), new PageClock(Clock.systemUTC())), mock(AvailabilityReport.class),
			List.of());

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/dashboard", "messages/quality", "messages/web");
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

	private TrendView trend(Card... parts) {
		return this.views.trends(List.of(parts), Part.MONTH, INDONESIAN).getLast();
	}

}
