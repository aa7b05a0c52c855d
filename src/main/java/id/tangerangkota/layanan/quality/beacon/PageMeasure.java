package id.tangerangkota.layanan.quality.beacon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What browsers measure, in whole units. */
public enum PageMeasure {

	/** Until the largest part of the page is there, in milliseconds. */
	LCP("l", 600_000, 2500, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000, 2250, 2500,
			2750, 3000, 3500, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000, 30_000, 60_000),

	/** Until the page answers a tap or a key, in milliseconds. */
	INP("i", 600_000, 200, 16, 24, 32, 40, 50, 75, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500, 600, 800,
			1000, 1500, 2000, 3000, 5000, 10_000),

	/** How much the page moves while it loads, in thousandths. */
	CLS("c", 100_000, 100, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 125, 150, 175, 200, 250, 300, 400, 500, 750,
			1000, 2000, 5000),

	/** Until the first byte came, in milliseconds. */
	TTFB("t", 600_000, 800, 10, 20, 30, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 700, 800, 1000, 1200, 1500,
			1800, 2500, 3500, 5000, 10_000, 20_000, 60_000),

	/** From opening the front page to the page of a service, in seconds. */
	HOME_TO_SERVICE("h", 3600, 60, 2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300, 600,
			1200, 1800, 3600);

	private final String key;

	private final int most;

	private final int good;

	private final int[] ends;

	PageMeasure(String key, int most, int good, int... ends) {
		this.key = key;
		this.most = most;
		this.good = good;
		this.ends = ends;
	}

	static Optional<PageMeasure> ofKey(String key) {
		return Arrays.stream(values()).filter((measure) -> measure.key.equals(key)).findFirst();
	}

	/** More than that is no measurement. */
	int most() {
		return this.most;
	}

	/** How many classes there are; the last one holds what is beyond all ends. */
	int classes() {
		return this.ends.length + 1;
	}

	/** The class a value falls into, from 0; its end belongs to a class. */
	int classOf(int value) {
		int found = Arrays.binarySearch(this.ends, value);
		return (found >= 0) ? found : -found - 1;
	}

	/** How many classes hold values that are counted as good; an end lies there. */
	int goodClasses() {
		return classOf(this.good) + 1;
	}

	/** The upper ends of the classes, rising. */
	List<Long> ends() {
		return Arrays.stream(this.ends).asLongStream().boxed().toList();
	}

}
