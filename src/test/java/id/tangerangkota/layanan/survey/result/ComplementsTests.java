package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** People by group, and of which groups a figure stays. */
class ComplementsTests {

	private static Figure figure(long n) {
		return (n < Figure.LEAST) ? new Figure("D", n, null, List.of())
				: new Figure("D", n, new Estimate(3, 2, 4, 0.5, true), List.of(n));
	}

	private static List<Figure> figures(String people) {
		List<Figure> figures = new ArrayList<>();
		for (String n : people.split(" ")) {
			figures.add(figure(Long.parseLong(n)));
		}
		return figures;
	}

	private static String shown(List<Figure> figures) {
		List<String> shown = new ArrayList<>();
		figures.forEach((figure) -> shown.add((figure.estimate() != null) ? Long.toString(figure.n()) : "-"));
		assertThat(figures).allMatch((figure) -> (figure.estimate() == null) == figure.distribution().isEmpty());
		return String.join(" ", shown);
	}

	@ParameterizedTest(name = "of {0} are shown {1}")
	@CsvSource({ "11 1, - -", "11 0, 11 -", "20 30, 20 30", "300 50 5 6, 300 50 - -", "300 50 5 4, 300 - - -",
			"50 300 1 0, - 300 - -", "12 12 1, - 12 -", "9 1, - -" })
	void keepsTenPeopleTogetherAmongWhomAHiddenGroupIs(String people, String expected) {
		Map<Integer, List<Figure>> parts = new LinkedHashMap<>();
		List<Figure> figures = figures(people);
		figures.forEach((figure) -> parts.put(parts.size(), List.of(figure, figure(40))));
		Map<Integer, List<Figure>> safe = Complements.hide(parts);
		assertThat(shown(safe.values().stream().map(List::getFirst).toList())).isEqualTo(expected);
		assertThat(safe.values()).as("each dimension by itself").allMatch((part) -> part.getLast().estimate() != null);
	}

	@ParameterizedTest(name = "of {0} are shown {1}")
	@CsvSource({ "12 9 9, - - -", "12 30 3, - 30 -", "12 13 14, 12 13 14", "12 0, 12 -" })
	void doesNotTakeAnswersToSeveralItemsForPeople(String people, String expected) {
		assertThat(shown(Complements.hideItems(figures(people)))).isEqualTo(expected);
	}

}
