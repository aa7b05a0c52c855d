package id.tangerangkota.layanan.survey.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Item;

/**
 * Chooses what one person is asked of a long questionnaire: six items, in random order,
 * two or more of each dimension that is asked about at all. Two of the dimension shown
 * least come in, again and again until there are six, those that were shown least: so all
 * items are shown equally often in the long run, whatever the sizes of their dimensions.
 * Each node counts for itself; what every node balances is balanced together.
 */
final class Blocks {

	private static final int AT_ONCE = 2;

	private final Map<Integer, int[]> shown = new HashMap<>();

	private final Random shuffling;

	Blocks(RandomGenerator random) {
		this.shuffling = Random.from(random);
	}

	/** Positions in the order in which they are asked. */
	synchronized List<Integer> choose(InstrumentVersion version) {
		int size = version.instrument().block();
		List<Integer> block = new ArrayList<>();
		if (size >= version.items().size()) {
			// All of them, in the order people know from the rule.
			version.items().forEach((item) -> block.add(item.position()));
			return block;
		}
		int[] counts = this.shown.computeIfAbsent(version.id(), (id) -> new int[version.items().size() + 1]);
		while (block.size() < size) {
			pickTwo(version, counts, block);
		}
		block.forEach((position) -> counts[position]++);
		Collections.shuffle(block, this.shuffling);
		return block;
	}

	private void pickTwo(InstrumentVersion version, int[] counts, List<Integer> block) {
		Map<String, List<Item>> left = new HashMap<>();
		for (Item item : version.items()) {
			if (!block.contains(item.position())) {
				left.computeIfAbsent(item.dimension(), (dimension) -> new ArrayList<>()).add(item);
			}
		}
		left.values().removeIf((items) -> items.size() < AT_ONCE);
		List<List<Item>> dimensions = new ArrayList<>(left.values());
		Collections.shuffle(dimensions, this.shuffling);
		dimensions.forEach((items) -> {
			Collections.shuffle(items, this.shuffling);
			items.sort(Comparator.comparingInt((item) -> counts[item.position()]));
		});
		List<Item> chosen = Collections.min(dimensions,
				Comparator.comparingInt((items) -> counts[items.get(0).position()] + counts[items.get(1).position()]));
		block.add(chosen.get(0).position());
		block.add(chosen.get(1).position());
	}

}
