package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.result.Complements.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** People by group, and of which groups a figure stays. */
class ComplementsTests {

	private static final UUID SERVICE = UUID.randomUUID();

	private static People people(@Nullable UUID service, @Nullable String agency, long... parts) {
		return new People(service, agency, parts);
	}

	private static long[] parts(String people) {
		return Arrays.stream(people.split(" ")).mapToLong(Long::parseLong).toArray();
	}

	private static String shown(Complements complements, Scope scope, long[] people) {
		return IntStream.range(0, people.length)
			.mapToObj((part) -> isShown(complements, scope, part, people[part]) ? Long.toString(people[part]) : "-")
			.collect(Collectors.joining(" "));
	}

	private static boolean isShown(Complements complements, Scope scope, int part, long people) {
		return people >= Figure.LEAST && !complements.hides(scope, part);
	}

	@ParameterizedTest(name = "of {0} are shown {1}")
	@CsvSource({ "11 1, - -", "11 0, 11 -", "20 30, 20 30", "300 50 5 6, 300 50 - -", "300 50 5 4, 300 - - -",
			"50 300 1 0, - 300 - -", "12 12 1, - 12 -", "9 1, - -" })
	void keepsTenPeopleTogetherAmongWhomAHiddenGroupIs(String people, String expected) {
		Complements complements = Complements.ofParts(parts(people).length,
				List.of(people(SERVICE, null, parts(people))));
		assertThat(shown(complements, Scope.service(new ServiceId(SERVICE)), parts(people))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "of {0} are shown {1}")
	@CsvSource({ "12 9 9, - - -", "12 30 3, - 30 -", "12 13 14, 12 13 14", "12 0, 12 -" })
	void doesNotTakeAnswersToSeveralItemsForPeople(String people, String expected) {
		Complements complements = Complements.ofItems(parts(people).length,
				List.of(people(SERVICE, null, parts(people))));
		assertThat(shown(complements, Scope.service(new ServiceId(SERVICE)), parts(people))).isEqualTo(expected);
	}

	/** All services but one show who met an outage, of whom the agency has 64. */
	@Test
	void hidesTheNextSmallestServiceBesideOneThatHides() {
		List<UUID> services = IntStream.range(0, 3).mapToObj((number) -> UUID.randomUUID()).toList();
		Complements complements = Complements.ofParts(2, List.of(people(services.get(0), "a", 40, 4),
				people(services.get(1), "a", 30, 20), people(services.get(2), "a", 90, 40)));
		assertThat(shown(complements, Scope.service(new ServiceId(services.get(1))), parts("30 20"))).isEqualTo("- -");
		assertThat(shown(complements, Scope.service(new ServiceId(services.get(2))), parts("90 40")))
			.isEqualTo("90 40");
		assertThat(shown(complements, Scope.agency("a"), parts("160 64"))).isEqualTo("160 64");
	}

	@Test
	void hidesWhatAServiceWasAskedUnderTwoAgencies() {
		Complements complements = Complements.ofParts(2,
				List.of(people(SERVICE, "a", 40, 20), people(SERVICE, "b", 30, 30)));
		assertThat(shown(complements, Scope.service(new ServiceId(SERVICE)), parts("70 50"))).isEqualTo("- -");
		assertThat(shown(complements, Scope.agency("a"), parts("40 20"))).isEqualTo("40 20");
	}

	/**
	 * Somebody who knows all wholes and all that is shown makes every sum and difference
	 * of them, and finds no group of one to nine among what is hidden.
	 */
	@RepeatedTest(400)
	void leavesNobodyWhoSubtractsFewerThanTen(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		int parts = 2 + random.nextInt(3);
		List<People> all = new ArrayList<>();
		for (int agency = 0; agency < 1 + random.nextInt(3); agency++) {
			for (int service = random.nextInt(4); service >= 0; service--) {
				all.add(random(UUID.randomUUID(), "agency-" + agency, parts, random));
			}
			if (random.nextBoolean()) {
				all.add(random(null, "agency-" + agency, parts, random));
			}
		}
		if (random.nextBoolean()) {
			all.add(random(null, null, parts, random));
		}
		Complements complements = Complements.ofParts(parts, all);
		Attacker attacker = new Attacker(all, parts);
		learn(attacker, complements, Scope.city(), all);
		all.stream()
			.map(People::agency)
			.filter((agency) -> agency != null)
			.distinct()
			.forEach((agency) -> learn(attacker, complements, Scope.agency(agency),
					all.stream().filter((people) -> agency.equals(people.agency())).toList()));
		for (People people : all) {
			attacker.knows(List.of(people), (1 << parts) - 1);
			if (people.service() != null) {
				learn(attacker, complements, Scope.service(new ServiceId(people.service())), List.of(people));
			}
		}
		assertThat(attacker.findsFewerThanTen())
			.as("%s", all.stream().map((people) -> people.agency() + Arrays.toString(people.parts())).toList())
			.isFalse();
	}

	/** A whole is ten people or nobody; its parts are of any size, and often empty. */
	private static People random(@Nullable UUID service, @Nullable String agency, int parts, Random random) {
		long[] people = new long[parts];
		while (LongStream.of(people).sum() < Figure.LEAST) {
			for (int part = 0; part < parts; part++) {
				people[part] = random.nextInt(3) == 0 ? 0 : random.nextInt((random.nextInt(3) == 0) ? 40 : 12);
			}
		}
		return new People(service, agency, people);
	}

	private static void learn(Attacker attacker, Complements complements, Scope scope, List<People> of) {
		for (int place = 0; place < of.getFirst().parts().length; place++) {
			int part = place;
			if (isShown(complements, scope, part, of.stream().mapToLong((people) -> people.parts()[part]).sum())) {
				attacker.knows(of, 1 << part);
			}
		}
	}

	/** Knows sums over cells, and all that follows from them by linear algebra. */
	private static final class Attacker {

		private static final long PRIME = 1_000_000_007;

		private final List<People> rows;

		private final int parts;

		private final long[] people;

		private final List<long[]> known = new ArrayList<>();

		Attacker(List<People> rows, int parts) {
			this.rows = rows;
			this.parts = parts;
			this.people = rows.stream().flatMapToLong((row) -> LongStream.of(row.parts())).toArray();
		}

		/** A sum over rows and parts, of those cells in which anybody is. */
		void knows(List<People> of, int some) {
			long[] sum = new long[this.people.length];
			for (int cell = 0; cell < sum.length; cell++) {
				boolean in = of.contains(this.rows.get(cell / this.parts)) && (some & 1 << cell % this.parts) != 0;
				sum[cell] = (in && this.people[cell] > 0) ? 1 : 0;
			}
			long[] rest = reduced(sum);
			int lead = lead(rest);
			if (lead >= 0) {
				long inverse = power(rest[lead], PRIME - 2);
				for (int cell = 0; cell < rest.length; cell++) {
					rest[cell] = rest[cell] * inverse % PRIME;
				}
				this.known.add(rest);
			}
		}

		private long[] reduced(long[] sum) {
			long[] rest = sum.clone();
			for (long[] one : this.known) {
				long factor = rest[lead(one)];
				if (factor != 0) {
					for (int cell = 0; cell < rest.length; cell++) {
						rest[cell] = Math.floorMod(rest[cell] - factor * one[cell], PRIME);
					}
				}
			}
			return rest;
		}

		private static int lead(long[] sum) {
			return IntStream.range(0, sum.length).filter((cell) -> sum[cell] != 0).findFirst().orElse(-1);
		}

		private static long power(long base, long exponent) {
			long result = 1;
			long square = base;
			for (long left = exponent; left > 0; left /= 2) {
				if (left % 2 == 1) {
					result = result * square % PRIME;
				}
				square = square * square % PRIME;
			}
			return result;
		}

		boolean findsFewerThanTen() {
			return finds(0, 0, new long[this.people.length]);
		}

		private boolean finds(int from, long soFar, long[] group) {
			if (soFar > 0 && lead(reduced(group)) < 0) {
				return true;
			}
			for (int cell = from; cell < this.people.length; cell++) {
				if (this.people[cell] > 0 && soFar + this.people[cell] < Figure.LEAST) {
					group[cell] = 1;
					boolean found = finds(cell + 1, soFar + this.people[cell], group);
					group[cell] = 0;
					if (found) {
						return true;
					}
				}
			}
			return false;
		}

	}

}
