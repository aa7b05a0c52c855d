package id.tangerangkota.layanan.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a picture of a page small: 256 colours are enough for one. */
final class FewColors {

	private static final int COLORS = 256;

	/**
	 * Shades closer than this stand for each other, or letters' edges would take all
	 * places.
	 */
	private static final int STEP = 2;

	private FewColors() {
	}

	/** The same picture in its most frequent colours. */
	static BufferedImage of(BufferedImage picture) {
		Map<Integer, Integer> counts = new HashMap<>();
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
			}
		}
		int[] palette = palette(counts);
		IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
		BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(),
				BufferedImage.TYPE_BYTE_INDEXED, model);
		Map<Integer, Integer> places = new HashMap<>();
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				int place = places.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, (rgb) -> nearest(rgb, palette));
				small.getRaster().setSample(x, y, 0, place);
			}
		}
		return small;
	}

	private static int[] palette(Map<Integer, Integer> counts) {
		List<Integer> byFrequency = counts.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
			.map(Map.Entry::getKey)
			.toList();
		int[] palette = new int[COLORS];
		int size = 0;
		for (int color : byFrequency) {
			if (size == COLORS) {
				break;
			}
			boolean apart = true;
			for (int place = 0; place < size && apart; place++) {
				apart = distance(color, palette[place]) > STEP * STEP;
			}
			if (apart) {
				palette[size++] = color;
			}
		}
		return Arrays.copyOf(palette, size);
	}

	private static int nearest(int rgb, int[] palette) {
		int best = 0;
		for (int place = 1; place < palette.length; place++) {
			if (distance(rgb, palette[place]) < distance(rgb, palette[best])) {
				best = place;
			}
		}
		return best;
	}

	private static int distance(int one, int other) {
		int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
		int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
		int blue = (one & 0xff) - (other & 0xff);
		return red * red + green * green + blue * blue;
	}

}
