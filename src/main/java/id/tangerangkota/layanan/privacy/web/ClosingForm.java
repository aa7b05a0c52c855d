package id.tangerangkota.layanan.privacy.web;

import org.jspecify.annotations.Nullable;

/** The password once more, as typed. */
record ClosingForm(@Nullable String sandi) {

	static final ClosingForm EMPTY = new ClosingForm(null);

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

	@Override
	public String toString() {
		return "ClosingForm[]";
	}

}
