package id.tangerangkota.layanan.quality.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SurveyResults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Which words the figures of the dashboard follow. */
class SurveyPerceptionTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

	private final SurveyResults results = mock(SurveyResults.class);

	private final SurveyPerception perception = new SurveyPerception(this.results);

	private Perceived said(InstrumentFigures... versions) {
		given(this.results.figures(Scope.city(), new Days(FIRST, LAST), Instrument.ESQUAL))
			.willReturn(List.of(versions));
		return this.perception.of(Subject.CITY, new Period(FIRST, LAST)).get(QualityDimension.PRIVACY);
	}

	private static InstrumentFigures version(int number, LocalDate since, long answers, double mean) {
		Figure figure = new Figure("PRIVACY", answers,
				(answers < Figure.LEAST) ? null : new Estimate(mean, mean, mean, 0.5, false), List.of());
		return new InstrumentFigures(Instrument.ESQUAL, number, since, answers, 384, 1_900_000,
				List.of(new DimensionFigure(figure, null, 0)), List.of(), null, Map.of(), Map.of(), Map.of());
	}

	@Test
	void followsTheVersionThatMostPeopleAnswered() {
		Perceived said = said(version(2, LAST, 1, 1), version(1, FIRST, 500, 4));
		assertThat(said.n()).isEqualTo(500);
		assertThat(said.score()).isEqualTo(75);
		assertThat(said.words()).as("answers to other words are left out").isEqualTo(FIRST);
	}

	@Test
	void tellsTheVersionSoThatTwoAreNeverCompared() {
		Perceived one = said(version(1, FIRST, 500, 4));
		Perceived other = said(version(2, LAST, 500, 4));
		assertThat(other.version()).isEqualTo(2);
		assertThat(one.isInWordsOf(other)).isFalse();
		assertThat(one.isInWordsOf(said(version(1, FIRST, 30, 2)))).isTrue();
	}

	@Test
	void takesTheNewerOfTwoWithAsManyAnswers() {
		assertThat(said(version(2, LAST, 20, 5), version(1, FIRST, 20, 4)).words()).isEqualTo(LAST);
	}

	@Test
	void needsNoWordAboutTheOnlyVersion() {
		assertThat(said(version(1, FIRST, 20, 4)).words()).isNull();
	}

}
