package id.tangerangkota.layanan.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * What may stand in the trail. Nobody can take anything out of it again, so a value that
 * looks like personal data is refused, and the act with it: a mistake shows in the first
 * test.
 */
final class AuditText {

	private static final int LONGEST = 200;

	private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9]*\\.[a-z]+(?:-[a-z]+)*");

	private static final Pattern KEY = Pattern.compile("[a-z]+(?:-[a-z]+)*");

	/**
	 * Digits in a row as a NIK or a card has them. Inside of hexadecimal numbers they
	 * come by chance.
	 */
	private static final Pattern NIK = Pattern.compile("(?<![0-9A-Fa-f])[0-9]{16}(?![0-9A-Fa-f])");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {
	};

	private AuditText() {
	}

	/** The chain of an action: the module it begins with. */
	static String chain(String action) {
		Assert.isTrue(ACTION.matcher(action).matches(), "An action is a module, a full stop and a verb");
		return action.substring(0, action.indexOf('.'));
	}

	static @Nullable AuditSubject subject(@Nullable AuditSubject subject) {
		if (subject != null) {
			key(subject.kind());
			value(subject.kind(), subject.id());
		}
		return subject;
	}

	/** The details as they are stored: an object with its keys in order. */
	static String details(Map<String, String> details) {
		details.forEach((key, value) -> {
			key(key);
			value(key, value);
		});
		return JSON.writeValueAsString(new TreeMap<>(details));
	}

	/**
	 * Reads what {@link #details(Map)} wrote; what somebody else wrote is shown whole.
	 */
	static Map<String, String> details(String stored) {
		try {
			return JSON.readValue(stored, DETAILS);
		}
		catch (JacksonException ex) {
			return Map.of("details", stored);
		}
	}

	private static void key(String key) {
		Assert.isTrue(KEY.matcher(key).matches(), "A key in the audit trail has small letters and hyphens only");
	}

	/** The message names the key alone: what the value holds must not reach a log. */
	private static void value(String key, String value) {
		Assert.isTrue(value.length() <= LONGEST, () -> key + " is too long for the audit trail");
		Assert.isTrue(value.chars().noneMatch(Character::isISOControl),
				() -> key + " has control characters, which the audit trail does not take");
		Assert.isTrue(!NIK.matcher(value).find() && !EMAIL.matcher(value).find(),
				() -> key + " looks like personal data, which must not get into the audit trail");
	}

}
