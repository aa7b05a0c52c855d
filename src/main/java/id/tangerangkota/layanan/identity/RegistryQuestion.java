package id.tangerangkota.layanan.identity;

import java.time.LocalDate;

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
