package id.tangerangkota.layanan.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * NIK (or e-mail address) and password, as typed.
 *
 * @param lanjut where to go afterwards
 */
record SignInForm(@Nullable String nik, @Nullable String surel, @Nullable String sandi, @Nullable String lanjut) {

	static SignInForm empty(@Nullable String lanjut) {
		return new SignInForm(null, null, null, ReturnPath.of(lanjut).orElse(null));
	}

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

}
