package id.tangerangkota.layanan.identity.registry;

import java.time.LocalDate;

import id.tangerangkota.layanan.identity.nik.Nik;

/**
 * What the population registry is asked, as it goes over the wire.
 *
 * @param tanggalLahir as in ISO 8601
 */
public record RegistryQuestion(String nik, String nama, String tanggalLahir) {

	public static RegistryQuestion of(Nik nik, String name, LocalDate born) {
		return new RegistryQuestion(nik.digits(), name, born.toString());
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "RegistryQuestion";
	}

}
