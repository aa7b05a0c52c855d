package id.tangerangkota.layanan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The parameters a program sent. One that is misspelt or makes no sense is refused, so
 * that nobody takes the answer to another question for theirs. Empty ones count as
 * absent.
 */
public final class ApiParameters {

	private static final int MOST_DIGITS = 9;

	private static final int LONGEST_NAME = 40;

	private final Map<String, List<String>> sent;

	/**
	 * Takes what was sent.
	 * @param known the names there are
	 * @throws InvalidParameter if another is sent, or one of them twice
	 */
	public ApiParameters(Map<String, List<String>> sent, Set<String> known) {
		this.sent = sent;
		sent.forEach((name, values) -> {
			if (!known.contains(name)) {
				throw new InvalidParameter(plain(name), known.isEmpty() ? "There are no parameters here."
						: "The parameters are " + sorted(known) + ".");
			}
			if (values.size() > 1) {
				throw new InvalidParameter(name, "The parameter must be given once.");
			}
		});
	}

	/** The name comes back to the sender and into logs. */
	private static String plain(String name) {
		boolean plain = name.length() <= LONGEST_NAME
				&& name.chars().allMatch((c) -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
		return plain ? name : "(unknown)";
	}

	private static String sorted(Set<String> known) {
		return String.join(", ", known.stream().sorted().toList());
	}

	/** The text without surrounding white space, null when there is none. */
	public @Nullable String text(String name, int longest) {
		String value = this.sent.getOrDefault(name, List.of("")).getFirst();
		if (value.length() > longest) {
			throw new InvalidParameter(name, "The value must have at most " + longest + " characters.");
		}
		return value.isBlank() ? null : value.strip();
	}

	/** One of the constants, null when none is asked for. */
	public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
		String value = text(name, Integer.MAX_VALUE);
		if (value == null) {
			return null;
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(value))
			.findFirst()
			.orElseThrow(() -> new InvalidParameter(name,
					"The value must be one of " + Arrays.toString(type.getEnumConstants()) + "."));
	}

	/** A whole number within bounds. */
	public int number(String name, int least, int most, int otherwise) {
		String value = text(name, Integer.MAX_VALUE);
		if (value == null) {
			return otherwise;
		}
		boolean digits = value.length() <= MOST_DIGITS && value.chars().allMatch((c) -> c >= '0' && c <= '9');
		int number = digits ? Integer.parseInt(value) : -1;
		if (number < least || number > most) {
			throw new InvalidParameter(name, "The value must be a number from " + least + " to " + most + ".");
		}
		return number;
	}

	/**
	 * The same question for another page, in one spelling.
	 * @param names the other parameters, in their order
	 */
	public String href(String path, List<String> names, int page) {
		Query query = Query.EMPTY;
		for (String name : names) {
			query = query.with(name, text(name, Integer.MAX_VALUE));
		}
		return query.with("page", (page > 1) ? String.valueOf(page) : null).at(path);
	}

}
