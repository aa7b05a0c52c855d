package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.result.SumReader.Answers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of one service hides what the pages of all hide. */
class PeopleTests {

	private static final UUID LARGE = new UUID(1, 1);

	private static final UUID MIDDLING = new UUID(1, 2);

	private static final UUID SMALL = new UUID(1, 3);

	private final Layout layout = Fixture.layout(Instrument.ESQUAL, "A", "B");

	private static final LocalDate QUARTER = LocalDate.of(2026, 7, 1);

	private static Answers of(@Nullable UUID service, @Nullable String agency, long... people) {
		return of(QUARTER, service, agency, people);
	}

	private static Answers of(LocalDate quarter, @Nullable UUID service, @Nullable String agency, long... people) {
		return new Answers(service, agency, 1, quarter, people[0], List.of(people[0], people[1], 0L, 0L));
	}

	@Test
	void hidesTheServiceThatWouldTellOfASmallOne() {
		People people = new People(List.of(of(LARGE, "dinas", 40, 40), of(MIDDLING, "dinas", 15, 15),
				of(SMALL, "dinas", 4, 0), of(null, null, 30, 30)), (version) -> this.layout);
		assertThat(shown(people.service(LARGE))).containsExactly("A", "B");
		assertThat(shown(people.service(MIDDLING))).as("nobody else answered B").containsExactly("B");
		assertThat(shown(people.agency("dinas"))).containsExactly("A", "B");
		assertThat(people.service(new UUID(9, 9))).isNull();
	}

	@Test
	void addsTheMonthsOfAServiceUp() {
		People people = new People(List.of(of(SMALL, "lama", 6, 6), of(SMALL, "baru", 6, 6)), (version) -> this.layout);
		assertThat(shown(people.service(SMALL))).containsExactly("A", "B");
		assertThat(shown(people.agency("lama"))).isEmpty();
	}

	/** As lists do, so that none shows what another hides. */
	@Test
	void hidesWhatTheQuartersWouldTell() {
		People people = new People(
				List.of(of(LARGE, "dinas", 40, 40), of(QUARTER.minusMonths(3), LARGE, "dinas", 5, 0),
						of(MIDDLING, "lain", 30, 30), of(QUARTER.minusMonths(3), MIDDLING, "lain", 12, 12)),
				(version) -> this.layout);
		assertThat(shown(people.service(LARGE))).containsExactly("B");
		assertThat(shown(people.agency("dinas"))).containsExactly("B");
		assertThat(shown(people.agency("lain"))).containsExactly("A", "B");
	}

	@Test
	void aYearTellsNothingOfAQuarterThatIsHidden() {
		assertThat(Neighbours.tells(List.of(40L, 20L, 5L))).isTrue();
		assertThat(Neighbours.tells(List.of(40L, 20L, 5L, 6L))).as("eleven").isFalse();
		assertThat(Neighbours.tells(List.of(40L, 20L, 0L))).isFalse();
		assertThat(Neighbours.tells(List.of(4L, 5L))).as("no quarter is shown").isFalse();
	}

	private static List<String> shown(@Nullable Opinion opinion) {
		assertThat(opinion).isNotNull();
		return opinion.dimensions().stream().filter((figure) -> figure.estimate() != null).map(Figure::code).toList();
	}

}
