package id.tangerangkota.layanan.web;

/**
 * A small picture of a few words for other sites: a pill with a sign before them, so that
 * colour is never all that tells.
 *
 * @param text words of our own; nothing in them needs escaping
 * @param color of words and sign, as the style sheet has them by day, on white
 * @param full whether the round sign is filled
 * @param line drawn into the sign, empty for none
 */
public record BadgePicture(String text, String color, boolean full, String line) {

	/** Of a wide font: which one a site has nobody knows. */
	private static final int CHARACTER = 8;

	private static final int MARGIN = 34;

	/** The picture as a file of the format SVG. */
	public String svg() {
		return """
				<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%2$s" width="%1$d" height="28" \
				viewBox="0 0 %1$d 28"><title>%2$s</title><rect width="%1$d" height="28" rx="14" fill="#fff" \
				stroke="%3$s"/>%4$s<text x="26" y="18.5" fill="%3$s" font-family="system-ui,sans-serif" \
				font-size="13" font-weight="600">%2$s</text></svg>
				""".formatted(MARGIN + this.text.length() * CHARACTER, this.text, this.color, sign());
	}

	private String sign() {
		String round = "<circle cx=\"14\" cy=\"14\" r=\"5.5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>"
			.formatted(this.full ? this.color : "none", this.color);
		return this.line.isEmpty() ? round
				: round + "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>".formatted(this.line, this.color);
	}

}
