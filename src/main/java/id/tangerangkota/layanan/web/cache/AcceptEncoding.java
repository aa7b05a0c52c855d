package id.tangerangkota.layanan.web.cache;

import org.jspecify.annotations.Nullable;

/** Reads what a client says about compression. */
final class AcceptEncoding {

	/** What nearly every browser sends; spares it the reading. */
	private static final String USUAL = "gzip, deflate";

	private AcceptEncoding() {
	}

	static boolean takesGzip(@Nullable String header) {
		if (header == null) {
			return false;
		}
		if (header.equals("gzip") || header.startsWith(USUAL)
				&& (header.length() == USUAL.length() || header.charAt(USUAL.length()) == ',')) {
			return true;
		}
		boolean any = false;
		for (String part : header.split(",")) {
			int semicolon = part.indexOf(';');
			String coding = ((semicolon < 0) ? part : part.substring(0, semicolon)).strip();
			boolean taken = semicolon < 0 || quality(part.substring(semicolon + 1)) > 0;
			if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
				return taken;
			}
			if (coding.equals("*")) {
				any = taken;
			}
		}
		return any;
	}

	/** What cannot be read counts as no: everybody can read a page as it is. */
	private static double quality(String parameters) {
		for (String parameter : parameters.split(";")) {
			String[] pair = parameter.strip().split("=", 2);
			if (pair[0].strip().equalsIgnoreCase("q")) {
				try {
					double quality = Double.parseDouble((pair.length > 1) ? pair[1].strip() : "");
					return (quality <= 1) ? quality : 0;
				}
				catch (NumberFormatException ex) {
					return 0;
				}
			}
		}
		return 1;
	}

}
