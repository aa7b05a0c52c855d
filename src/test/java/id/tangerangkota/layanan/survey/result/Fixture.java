package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import id.tangerangkota.layanan.survey.instrument.Item;

/** Questionnaires and answers that follow from a formula. */
final class Fixture {

	static final int PEOPLE = 80;

	static final int ITEMS = 4;

	private Fixture() {
	}

	static InstrumentVersion version(Instrument instrument, String... dimensions) {
		List<Item> items = new ArrayList<>();
		for (String dimension : dimensions) {
			int position = items.size() + 1;
			items.add(new Item(position, "I" + position, dimension, "Butir", "Item"));
		}
		return new InstrumentVersion(1, instrument, 1, State.OPEN, false, null, null, items);
	}

	static Layout layout(Instrument instrument, String... dimensions) {
		return Layout.of(version(instrument, dimensions));
	}

	static Layout oneDimension() {
		return layout(Instrument.ESQUAL, "D", "D", "D", "D");
	}

	/** What person i says to item j; correlated, because persons differ. */
	static int value(int i, int j) {
		int base = (i * 7 + i * i % 11) % 5;
		return 1 + Math.clamp(base + i * (j + 3) % 3 - 1, 0, 4);
	}

	static boolean isLeftOut(int i, int j) {
		return (i + 2 * j) % 5 == 0 || (i % 4 == 0 && j == 1);
	}

	static int[] answers(int i, boolean complete) {
		int[] values = new int[ITEMS];
		for (int j = 0; j < ITEMS; j++) {
			values[j] = (complete || !isLeftOut(i, j)) ? value(i, j) : 0;
		}
		return values;
	}

	static Tally tally(int people, boolean complete) {
		Tally tally = new Tally(oneDimension());
		for (int i = 0; i < people; i++) {
			tally.add(answers(i, complete));
		}
		return tally;
	}

}
