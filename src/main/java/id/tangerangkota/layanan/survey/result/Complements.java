package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hidden figures hidden where wholes are shown beside their parts: services, their
 * agencies and the city, each whole and by part. Whatever is left when shown figures are
 * taken from others must be ten people or nobody, or the next smallest part is hidden,
 * too.
 * <p>
 * What somebody may learn of the hidden parts are sums over services, as each is shown
 * whole, and over a part, as far as an agency or the city shows it. Of these two kinds
 * nothing can be made but groups of this form: for some of the parts, those people in
 * them whose service has hidden people in other parts as well. A service without such is
 * known by its whole and falls out. So all of them are looked at. A set of parts is a
 * number with one bit for each.
 */
final class Complements {

	private final int all;

	private final LongBinaryOperator together;

	private final Map<UUID, List<Row>> services = new LinkedHashMap<>();

	private final Map<String, Group> agencies = new LinkedHashMap<>();

	/** What counts for the city alone: no agency shows it. */
	private final Group rest = new Group(new ArrayList<>());

	private int hiddenOfCity;

	/** Who counts for a service and an agency, by part. */
	record People(@Nullable UUID service, @Nullable String agency, long[] parts) {
	}

	private static final class Row {

		private final long[] parts;

		private int hidden;

		Row(long[] parts) {
			this.parts = parts;
		}

	}

	private static final class Group {

		private final List<Row> rows;

		private int hidden;

		Group(List<Row> rows) {
			this.rows = rows;
		}

	}

	private Complements(int parts, LongBinaryOperator together, List<People> people) {
		this.all = (1 << parts) - 1;
		this.together = together;
		people.forEach(this::add);
		this.services.values().forEach(this::hideOfService);
		this.agencies.values().forEach(this::hideOfAgency);
		this.rest.hidden = this.all;
		hideOfCity(parts);
	}

	/** Parts into which people fall. Nobody is in two of them. */
	static Complements ofParts(int parts, List<People> people) {
		return new Complements(parts, Long::sum, people);
	}

	/**
	 * Items of a dimension. The same people may have answered several, so only one that
	 * ten have answered stands for ten people.
	 */
	static Complements ofItems(int items, List<People> people) {
		return new Complements(items, Math::max, people);
	}

	private void add(People people) {
		Row row = new Row(people.parts());
		group(people.agency()).rows.add(row);
		if (people.service() != null) {
			this.services.computeIfAbsent(people.service(), (service) -> new ArrayList<>()).add(row);
		}
		else {
			row.hidden = this.all;
		}
	}

	private Group group(@Nullable String agency) {
		return (agency == null) ? this.rest
				: this.agencies.computeIfAbsent(agency, (code) -> new Group(new ArrayList<>()));
	}

	/** Whether somebody's figure of a part is hidden. */
	boolean hides(Scope scope, int part) {
		return (hidden(scope) & 1 << part) != 0;
	}

	private int hidden(Scope scope) {
		if (scope.service() != null) {
			List<Row> rows = this.services.get(scope.service().value());
			return (rows != null) ? rows.getFirst().hidden : 0;
		}
		return (scope.agency() != null) ? group(scope.agency()).hidden : this.hiddenOfCity;
	}

	/** One that changed its agency meanwhile tells what is in neither alone. */
	private void hideOfService(List<Row> rows) {
		rows.forEach((row) -> row.hidden = (rows.size() == 1) ? few(row.parts) : this.all);
	}

	/** Parts of fewer than ten, and as many more as it takes to leave ten. */
	private int few(long[] parts) {
		int hidden = 0;
		long people = 0;
		List<Integer> bySize = IntStream.range(0, parts.length)
			.boxed()
			.filter((part) -> parts[part] > 0)
			.sorted(Comparator.comparingLong((part) -> parts[part]))
			.toList();
		for (int part : bySize) {
			if (parts[part] < Figure.LEAST || isFew(people)) {
				hidden |= 1 << part;
				people = this.together.applyAsLong(people, parts[part]);
			}
		}
		return hidden;
	}

	private static boolean isFew(long people) {
		return people > 0 && people < Figure.LEAST;
	}

	private void hideOfAgency(Group agency) {
		agency.hidden = few(sum(List.of(agency)));
		OptionalInt unsafe = unsafe(agency);
		while (unsafe.isPresent()) {
			int parts = unsafe.getAsInt();
			agency.rows.stream()
				.filter((row) -> row.hidden != this.all && in(row, parts, this.all) > 0
						&& in(row, ~parts, this.all) > 0)
				.min(Comparator.comparingLong((row) -> in(row, this.all, this.all)))
				.ifPresentOrElse((row) -> row.hidden = this.all, () -> agency.hidden = this.all);
			unsafe = unsafe(agency);
		}
	}

	private void hideOfCity(int parts) {
		List<Group> groups = new ArrayList<>(this.agencies.values());
		groups.add(this.rest);
		long[] people = sum(groups);
		this.hiddenOfCity = few((people.length > 0) ? people : new long[parts]);
		OptionalInt unsafe = unsafe(groups);
		while (unsafe.isPresent()) {
			int some = unsafe.getAsInt();
			groups.stream()
				.filter((group) -> group.hidden != this.all && left(group, some) > 0)
				.min(Comparator.comparingLong(
						(group) -> group.rows.stream().mapToLong((row) -> in(row, this.all, this.all)).sum()))
				.ifPresentOrElse((group) -> group.hidden = this.all, () -> this.hiddenOfCity = this.all);
			unsafe = unsafe(groups);
		}
	}

	private static long[] sum(Collection<Group> groups) {
		return groups.stream()
			.flatMap((group) -> group.rows.stream())
			.map((row) -> row.parts)
			.reduce((one, other) -> IntStream.range(0, one.length).mapToLong((at) -> one[at] + other[at]).toArray())
			.orElse(new long[0]);
	}

	/** How many people a row has in some parts at least, of those that count. */
	private long in(Row row, int parts, int counting) {
		long people = 0;
		for (int part = 0; part < row.parts.length; part++) {
			if ((parts & counting & 1 << part) != 0) {
				people = this.together.applyAsLong(people, row.parts[part]);
			}
		}
		return people;
	}

	/** Hidden people in these parts, of services that have some in others as well. */
	private long left(Group group, int parts) {
		long people = 0;
		for (Row row : group.rows) {
			if (row.hidden != 0 && in(row, ~parts, row.hidden) > 0) {
				people += in(row, parts, row.hidden);
			}
		}
		return people;
	}

	/** What is hidden is known together. */
	private IntStream known(int hidden) {
		return IntStream.rangeClosed(0, this.all)
			.filter((parts) -> (parts & hidden) == 0 || (parts & hidden) == hidden);
	}

	/** Looks for parts of which an agency leaves one to nine people. */
	private OptionalInt unsafe(Group agency) {
		return known(agency.hidden).filter((parts) -> isFew(left(agency, parts))).findFirst();
	}

	/**
	 * Looks for parts of which all together leave as few. What an agency hides is known
	 * as far as the city shows it.
	 */
	private OptionalInt unsafe(List<Group> groups) {
		List<int[]> leaving = groups.stream().map(this::leaving).toList();
		return known(this.hiddenOfCity).filter((parts) -> {
			int sums = 1;
			for (int i = 0; i < groups.size(); i++) {
				sums = sums(sums, leaving.get(i)[parts & groups.get(i).hidden]);
			}
			return sums > 1;
		}).findFirst();
	}

	/**
	 * How few people a group can leave, by which of its hidden parts are among those
	 * looked at, of what it shows any; a number from 0 to 9 is a bit.
	 */
	private int[] leaving(Group group) {
		int[] few = new int[this.all + 1];
		for (int parts = 0; parts <= this.all; parts++) {
			long people = left(group, parts);
			if (people < Figure.LEAST) {
				few[parts & group.hidden] |= 1 << people;
			}
		}
		return few;
	}

	/** All sums below ten of one of each. */
	private static int sums(int some, int others) {
		int sums = 0;
		for (int other = 0; other < Figure.LEAST; other++) {
			if ((others & 1 << other) != 0) {
				sums |= some << other;
			}
		}
		return sums & (1 << Figure.LEAST) - 1;
	}

}
