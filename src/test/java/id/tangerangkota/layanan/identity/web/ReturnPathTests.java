package id.tangerangkota.layanan.identity.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/akun", "/akun/keamanan", "/layanan?q=ktp+hilang&lang=en", "/layanan/spmb",
			"/pengaduan/LKS-2026-000123-7", "/layanan?q=kartu%20keluarga", "/masukan" })
	void leadsBackToOwnPages(String path) {
		assertThat(ReturnPath.of(path)).contains(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "akun", "//contoh.id", "/\\contoh.id", "\\\\contoh.id", "https://contoh.id",
			"javascript:alert(1)", "/akun\r\nSet-Cookie: a=b", "/%2f%2fcontoh.id", "/akun#a", "/akun//contoh.id",
			"/akun/../keluar", "/@contoh.id", "/akun?u=https://contoh.id", "/\t/contoh.id", "/akun;a=b", "/masuk",
			"/masuk?lanjut=/akun", "/keluar", "/daftar", "/lupa-sandi/kode", "/petugas/masuk",
			"/petugas/undangan/abc" })
	void leadsNowhereElse(String path) {
		assertThat(ReturnPath.of(path)).isEmpty();
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThat(ReturnPath.of("/" + "a".repeat(500))).isEmpty();
		assertThat(ReturnPath.of(null)).isEmpty();
	}

}
