package id.tangerangkota.layanan;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of the style sheet in one of its two schemes.
 *
 * @param tokens values by custom property, without the two hyphens
 */
record Colors(Map<String, String> tokens) {

	private static final Pattern ROOT = Pattern.compile(":root\\s*\\{([^}]*)}");

	private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{3}|#[0-9a-f]{6})\\s*(?:;|$)");

	/** As the style sheet has them for a light screen. */
	static Colors light(String css) {
		return new Colors(tokens(css, 0));
	}

	/** As for a dark one: what dark does not say is as in light. */
	static Colors dark(String css) {
		Map<String, String> tokens = tokens(css, 0);
		tokens.putAll(tokens(css, 1));
		return new Colors(tokens);
	}

	private static Map<String, String> tokens(String css, int place) {
		Matcher root = ROOT.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
		for (int i = 0; i <= place; i++) {
			if (!root.find()) {
				throw new IllegalStateException("The style sheet has no :root number " + (place + 1));
			}
		}
		Map<String, String> tokens = new TreeMap<>();
		Matcher token = TOKEN.matcher(root.group(1));
		while (token.find()) {
			tokens.put(token.group(1), token.group(2));
		}
		return tokens;
	}

	/** The contrast of two tokens or literal colours as WCAG 2.2 defines it, 1 to 21. */
	double contrast(String one, String other) {
		double first = luminance(value(one));
		double second = luminance(value(other));
		return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
	}

	private String value(String color) {
		String value = color.startsWith("#") ? color : this.tokens.get(color);
		if (value == null) {
			throw new IllegalArgumentException("No colour --" + color);
		}
		return (value.length() == 4) ? value.replaceAll("([0-9a-f])", "$1$1") : value;
	}

	private static double luminance(String hex) {
		int rgb = Integer.parseInt(hex.substring(1), 16);
		return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
