package id.tangerangkota.layanan.identity.web;

import org.jspecify.annotations.Nullable;

/** A code of an authenticator app or from paper, as typed. */
record CodeForm(@Nullable String kode, @Nullable String lanjut) {

	String code() {
		return (this.kode != null) ? this.kode.strip() : "";
	}

}
