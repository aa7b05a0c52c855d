package id.tangerangkota.layanan.identity.web;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code to draw as SVG: no picture file, so that the secret in it is nowhere but in
 * the page.
 *
 * @param uri what it says, also as a link for whoever reads the page on the phone that
 * has the app
 * @param size in modules, the quiet zone around it included
 * @param path the dark modules, as the data of an SVG path
 */
record TotpQr(String uri, int size, String path) {

	/** As wide as ISO/IEC 18004 asks. */
	private static final int QUIET_ZONE = 4;

	static TotpQr of(String uri) {
		// A screen has no stains: large modules are read sooner than redundant ones.
		QrCode code = QrCode.encodeText(uri, Ecc.LOW);
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < code.size; y++) {
			int start = 0;
			while (start < code.size) {
				int end = start;
				while (end < code.size && code.getModule(end, y)) {
					end++;
				}
				if (end > start) {
					path.append('M').append(start + QUIET_ZONE).append(',').append(y + QUIET_ZONE);
					path.append('h').append(end - start).append("v1h-").append(end - start).append('z');
				}
				start = end + 1;
			}
		}
		return new TotpQr(uri, code.size + 2 * QUIET_ZONE, path.toString());
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "TotpQr[" + this.size + "]";
	}

}
