package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Item;

/**
 * Where in the sums of a version something stands. Items count from 0 here.
 *
 * @param version its number
 * @param dimensionOf by item
 * @param pairs the pairs of items of each dimension, dimension after dimension
 */
record Layout(int version, int items, int values, List<String> dimensions, List<Integer> dimensionOf,
		List<Pair> pairs) {

	/** People, their answered items m, their points t, t*t, t*m, m*m. */
	static final int DIMENSION_SUMS = 6;

	/** People, points of the first, of the second, products. */
	static final int PAIR_SUMS = 4;

	/** Two items of a dimension, the one that comes first in the questionnaire first. */
	record Pair(int dimension, int first, int second) {
	}

	static Layout of(InstrumentVersion version) {
		List<String> dimensions = version.dimensions();
		List<Integer> dimensionOf = version.items().stream().map(Item::dimension).map(dimensions::indexOf).toList();
		List<Pair> pairs = new ArrayList<>();
		for (int dimension = 0; dimension < dimensions.size(); dimension++) {
			for (int first = 0; first < dimensionOf.size(); first++) {
				for (int second = first + 1; second < dimensionOf.size(); second++) {
					if (dimensionOf.get(first) == dimension && dimensionOf.get(second) == dimension) {
						pairs.add(new Pair(dimension, first, second));
					}
				}
			}
		}
		return new Layout(version.number(), dimensionOf.size(), version.instrument().highest(), dimensions, dimensionOf,
				List.copyOf(pairs));
	}

	/** The items of a dimension. */
	List<Integer> itemsOf(int dimension) {
		List<Integer> found = new ArrayList<>();
		for (int item = 0; item < this.items; item++) {
			if (this.dimensionOf.get(item) == dimension) {
				found.add(item);
			}
		}
		return found;
	}

}
