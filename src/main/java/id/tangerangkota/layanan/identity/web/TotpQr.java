package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.web.QrPicture;

/**
 * The secret of an authenticator app, to scan or to tap.
 *
 * @param uri what it says, also as a link for whoever reads the page on the phone that
 * has the app
 * @param size in modules, the quiet zone around it included
 * @param path the dark modules, as the data of an SVG path
 */
record TotpQr(String uri, int size, String path) {

	static TotpQr of(String uri) {
		QrPicture picture = QrPicture.forScreen(uri);
		return new TotpQr(uri, picture.size(), picture.path());
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "TotpQr[" + this.size + "]";
	}

}
