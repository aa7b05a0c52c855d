package id.tangerangkota.layanan.identity.web;

import org.jspecify.annotations.Nullable;

/** What somebody who forgot the password types: NIK, a code and the new password. */
record ForgotForm(@Nullable String nik, @Nullable String kode, @Nullable String sandi) {

	static final ForgotForm EMPTY = new ForgotForm(null, null, null);

	String code() {
		return (this.kode != null) ? this.kode.strip() : "";
	}

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

}
