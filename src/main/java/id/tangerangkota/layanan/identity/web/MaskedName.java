package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A name of which enough is seen to compare it with a card, and no more: the first letter
 * of each word.
 */
final class MaskedName {

	private static final String REST = "•••";

	private MaskedName() {
	}

	static String of(@Nullable String name) {
		if (name == null || name.isBlank()) {
			return REST;
		}
		return Arrays.stream(name.strip().split("\\s+"))
			.map((word) -> Character.toString(word.codePointAt(0)) + REST)
			.collect(Collectors.joining(" "));
	}

}
