package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Sums of answers. Everything in it is a count or a sum of whole numbers, so that two of
 * them together are exactly what all of their answers are.
 */
final class Tally {

	private final Layout layout;

	private long answers;

	private final long[] items;

	private final long[] dimensions;

	/** Empty until there are any: most sums are read without them. */
	private long[] pairs = {};

	Tally(Layout layout) {
		this.layout = layout;
		this.items = new long[layout.items() * layout.values()];
		this.dimensions = new long[layout.dimensions().size() * Layout.DIMENSION_SUMS];
	}

	/**
	 * Adds an answer.
	 * @param values by item, 0 where it was not answered
	 */
	void add(int[] values) {
		Assert.isTrue(values.length == this.layout.items(), "One value for each item");
		this.answers++;
		int[] answered = new int[this.layout.dimensions().size()];
		int[] points = new int[answered.length];
		for (int item = 0; item < values.length; item++) {
			if (values[item] > 0) {
				this.items[item * this.layout.values() + values[item] - 1]++;
				answered[this.layout.dimensionOf().get(item)]++;
				points[this.layout.dimensionOf().get(item)] += values[item];
			}
		}
		for (int dimension = 0; dimension < answered.length; dimension++) {
			if (answered[dimension] > 0) {
				add(this.dimensions, dimension * Layout.DIMENSION_SUMS, 1, answered[dimension], points[dimension],
						points[dimension] * points[dimension], points[dimension] * answered[dimension],
						answered[dimension] * answered[dimension]);
			}
		}
		makeRoomForPairs();
		int place = 0;
		for (Layout.Pair pair : this.layout.pairs()) {
			int first = values[pair.first()];
			int second = values[pair.second()];
			if (first > 0 && second > 0) {
				add(this.pairs, place, 1, first, second, first * second);
			}
			place += Layout.PAIR_SUMS;
		}
	}

	private static void add(long[] sums, int place, int... more) {
		for (int i = 0; i < more.length; i++) {
			sums[place + i] += more[i];
		}
	}

	/**
	 * Adds sums as they are stored.
	 * @param pairs empty where nobody asks for them
	 */
	void add(long more, int[] items, int[] dimensions, int[] pairs) {
		this.answers += more;
		addAll(this.items, items);
		addAll(this.dimensions, dimensions);
		if (pairs.length > 0) {
			makeRoomForPairs();
			addAll(this.pairs, pairs);
		}
	}

	private void makeRoomForPairs() {
		if (this.pairs.length == 0) {
			this.pairs = new long[this.layout.pairs().size() * Layout.PAIR_SUMS];
		}
	}

	private static void addAll(long[] sums, int[] more) {
		Assert.isTrue(sums.length == more.length, "Sums of another version");
		for (int i = 0; i < more.length; i++) {
			sums[i] += more[i];
		}
	}

	/** Adds what another one holds. */
	void add(Tally other) {
		this.answers += other.answers;
		addAll(this.items, other.items);
		addAll(this.dimensions, other.dimensions);
		if (other.pairs.length > 0) {
			makeRoomForPairs();
			addAll(this.pairs, other.pairs);
		}
	}

	private static void addAll(long[] sums, long[] more) {
		Assert.isTrue(sums.length == more.length, "Sums of another version");
		for (int i = 0; i < more.length; i++) {
			sums[i] += more[i];
		}
	}

	private static int[] ints(long[] sums) {
		return Arrays.stream(sums).mapToInt(Math::toIntExact).toArray();
	}

	Layout layout() {
		return this.layout;
	}

	long answers() {
		return this.answers;
	}

	int[] storedItems() {
		return ints(this.items);
	}

	int[] storedDimensions() {
		return ints(this.dimensions);
	}

	int[] storedPairs() {
		return ints(this.pairs);
	}

	/** How often a value was given to an item. */
	long count(int item, int value) {
		return this.items[item * this.layout.values() + value - 1];
	}

	/** How often each value was given to an item, from 1 on. */
	List<Long> distribution(int item) {
		List<Long> counts = new ArrayList<>();
		for (int value = 1; value <= this.layout.values(); value++) {
			counts.add(count(item, value));
		}
		return List.copyOf(counts);
	}

	/** How many answered an item. */
	long n(int item) {
		long n = 0;
		for (int value = 1; value <= this.layout.values(); value++) {
			n += count(item, value);
		}
		return n;
	}

	long sum(int item) {
		long sum = 0;
		for (int value = 1; value <= this.layout.values(); value++) {
			sum += value * count(item, value);
		}
		return sum;
	}

	long squares(int item) {
		long sum = 0;
		for (int value = 1; value <= this.layout.values(); value++) {
			sum += (long) value * value * count(item, value);
		}
		return sum;
	}

	/** One of the six sums of a dimension. */
	long dimension(int dimension, int sum) {
		return this.dimensions[dimension * Layout.DIMENSION_SUMS + sum];
	}

	/** One of the four sums of a pair, by its place in the layout. */
	long pair(int pair, int sum) {
		return (this.pairs.length > 0) ? this.pairs[pair * Layout.PAIR_SUMS + sum] : 0;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Tally tally && this.answers == tally.answers && this.layout.equals(tally.layout)
				&& Arrays.equals(this.items, tally.items) && Arrays.equals(this.dimensions, tally.dimensions)
				&& Arrays.equals(this.pairs, tally.pairs);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.answers) * 31 + Arrays.hashCode(this.items);
	}

	@Override
	public String toString() {
		return "Tally[" + this.answers + "]";
	}

}
