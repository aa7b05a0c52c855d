package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.survey.Figure;

/**
 * Keeps hidden figures hidden where the whole is shown beside its parts: what is left of
 * the whole without the parts that are shown must be ten people, or the next smallest
 * part is hidden, too.
 */
final class Complements {

	private Complements() {
	}

	/**
	 * Parts into which people fall, each with the same dimensions in the same order.
	 * Nobody is in two of them.
	 */
	static <K> Map<K, List<Figure>> hide(Map<K, List<Figure>> parts) {
		int dimensions = parts.values().stream().mapToInt(List::size).max().orElse(0);
		List<List<Figure>> safe = IntStream.range(0, dimensions)
			.mapToObj(
					(dimension) -> hide(parts.values().stream().map((part) -> part.get(dimension)).toList(), Long::sum))
			.toList();
		Map<K, List<Figure>> hidden = new LinkedHashMap<>();
		for (K key : parts.keySet()) {
			int place = hidden.size();
			hidden.put(key, safe.stream().map((dimension) -> dimension.get(place)).toList());
		}
		return hidden;
	}

	/**
	 * Items of a dimension. The same people may have answered several, so only one that
	 * ten have answered stands for ten people.
	 */
	static List<Figure> hideItems(List<Figure> items) {
		return hide(items, Math::max);
	}

	/**
	 * Hides as many as it takes.
	 * @param together how many people there are at least, of two numbers of people
	 */
	private static List<Figure> hide(List<Figure> figures, LongBinaryOperator together) {
		List<Figure> safe = new ArrayList<>(figures);
		long hidden = figures.stream()
			.filter((figure) -> figure.estimate() == null)
			.mapToLong(Figure::n)
			.reduce(0, together);
		List<Figure> bySize = figures.stream()
			.filter((figure) -> figure.estimate() != null)
			.sorted(Comparator.comparingLong(Figure::n))
			.toList();
		for (Figure next : bySize) {
			if (hidden == 0 || hidden >= Figure.LEAST) {
				break;
			}
			safe.set(safe.indexOf(next), next.hidden());
			hidden = together.applyAsLong(hidden, next.n());
		}
		return List.copyOf(safe);
	}

}
