package id.tangerangkota.layanan.complaint.casework;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;

/**
 * Words are taken out of what others have read already, or may have answered: never put
 * in the place of others. So what is left has the same words in the same order, fewer of
 * them. A mark such as {@code ***} may stand where one was, and a name may become its
 * initial.
 */
public final class Redaction {

	/** Signs too: a word can be written in them. Bars and blocks are marks. */
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[\\p{S}&&[^█■]]");

	private Redaction() {
	}

	/** Whether nothing was done but taking away. */
	public static boolean isOf(String before, String after) {
		Iterator<String> old = words(before).iterator();
		return words(after).stream().allMatch((word) -> isAmong(old, word));
	}

	/** Goes on behind the first one that fits. */
	private static boolean isAmong(Iterator<String> old, String word) {
		while (old.hasNext()) {
			if (old.next().startsWith(word)) {
				return true;
			}
		}
		return false;
	}

	private static List<String> words(String text) {
		return WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.toList();
	}

	static void require(String before, String after) {
		if (!isOf(before, after)) {
			throw new CaseRefused(Reason.ADDED_WORDS);
		}
	}

}
