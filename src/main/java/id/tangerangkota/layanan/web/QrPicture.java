package id.tangerangkota.layanan.web;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code to draw as SVG: no picture file, so that what is in it is nowhere but in the
 * page.
 *
 * @param size in modules, the quiet zone around it included
 * @param path the dark modules, as the data of an SVG path
 */
public record QrPicture(int size, String path) {

	/** As wide as ISO/IEC 18004 asks. */
	private static final int QUIET_ZONE = 4;

	/**
	 * For screens, which have no stains: large modules are read sooner than redundant
	 * ones.
	 */
	public static QrPicture forScreen(String text) {
		return of(QrCode.encodeText(text, Ecc.LOW));
	}

	/** For paper on a wall, which fades, folds and gets dirty. */
	public static QrPicture forPaper(String text) {
		return of(QrCode.encodeText(text, Ecc.QUARTILE));
	}

	private static QrPicture of(QrCode code) {
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
		return new QrPicture(code.size + 2 * QUIET_ZONE, path.toString());
	}

	/** Without what is in it. */
	@Override
	public String toString() {
		return "QrPicture[" + this.size + "]";
	}

}
