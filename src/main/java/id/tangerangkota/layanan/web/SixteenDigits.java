package id.tangerangkota.layanan.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides numbers as long as a NIK: all but the last four digits. Digits may stand in
 * groups, as people write them ("3671 0112 3456 0001"); rather too much is hidden than
 * too little.
 */
public final class SixteenDigits {

	private static final int LENGTH = 16;

	private static final int SHOWN = 4;

	/** Between two groups of one number. */
	private static final int LONGEST_GAP = 3;

	private static final char MASK = '*';

	private SixteenDigits() {
	}

	/** The text without such numbers; the same object when there are none. */
	public static String mask(String text) {
		if (countDigits(text) < LENGTH) {
			return text;
		}
		List<Group> groups = groups(text);
		char[] masked = null;
		for (int first = 0; first < groups.size(); first++) {
			int last = lastOfNumber(text, groups, first);
			if (last >= 0) {
				masked = (masked != null) ? masked : text.toCharArray();
				hide(masked, groups.get(first).start(), groups.get(last).end());
			}
		}
		return (masked != null) ? new String(masked) : text;
	}

	/** Whether there is anything to hide. */
	public static boolean isIn(String text) {
		return !mask(text).equals(text);
	}

	private static int countDigits(String text) {
		int count = 0;
		for (int i = 0; i < text.length(); i++) {
			count += isDigit(text.charAt(i)) ? 1 : 0;
		}
		return count;
	}

	private static List<Group> groups(String text) {
		List<Group> groups = new ArrayList<>();
		int i = 0;
		while (i < text.length()) {
			int start = i;
			while (i < text.length() && isDigit(text.charAt(i))) {
				i++;
			}
			if (i > start) {
				groups.add(new Group(start, i));
			}
			else {
				i++;
			}
		}
		return groups;
	}

	/** The group with which a number that begins here has its sixteen digits, or -1. */
	private static int lastOfNumber(String text, List<Group> groups, int first) {
		int digits = 0;
		for (int i = first; i < groups.size() && digits < LENGTH; i++) {
			if (i > first && !isGap(text, groups.get(i - 1).end(), groups.get(i).start())) {
				return -1;
			}
			digits += groups.get(i).end() - groups.get(i).start();
			if (digits == LENGTH) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isGap(String text, int start, int end) {
		if (end - start > LONGEST_GAP) {
			return false;
		}
		for (int i = start; i < end; i++) {
			if (" .-\u00a0".indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	private static void hide(char[] text, int start, int end) {
		int left = LENGTH - SHOWN;
		for (int i = start; i < end && left > 0; i++) {
			if (isDigit(text[i]) || text[i] == MASK) {
				text[i] = MASK;
				left--;
			}
		}
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/** Digits without anything between them. */
	private record Group(int start, int end) {
	}

}
