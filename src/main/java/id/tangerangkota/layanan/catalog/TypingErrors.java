package id.tangerangkota.layanan.catalog;

/** Counts typing errors: letters missing, added, wrong, or swapped with a neighbour. */
final class TypingErrors {

	private TypingErrors() {
	}

	/** Optimal string alignment distance of two words. */
	static int between(String typed, String meant) {
		int[] beforeLast = new int[meant.length() + 1];
		int[] last = new int[meant.length() + 1];
		for (int column = 0; column <= meant.length(); column++) {
			last[column] = column;
		}
		for (int row = 1; row <= typed.length(); row++) {
			int[] current = new int[meant.length() + 1];
			current[0] = row;
			for (int column = 1; column <= meant.length(); column++) {
				int wrong = (typed.charAt(row - 1) != meant.charAt(column - 1)) ? 1 : 0;
				int fewest = Math.min(last[column - 1] + wrong, 1 + Math.min(last[column], current[column - 1]));
				boolean swapped = row > 1 && column > 1 && typed.charAt(row - 1) == meant.charAt(column - 2)
						&& typed.charAt(row - 2) == meant.charAt(column - 1);
				current[column] = swapped ? Math.min(fewest, beforeLast[column - 2] + 1) : fewest;
			}
			beforeLast = last;
			last = current;
		}
		return last[meant.length()];
	}

}
