package id.tangerangkota.layanan.identity.registry;

import java.time.LocalDate;

import id.tangerangkota.layanan.identity.nik.Nik;

/**
 * The population registry (Dukcapil), which knows whose NIK is whose. A port: without an
 * adapter only the counter verifies accounts.
 */
public interface PopulationRegistry {

	/**
	 * Whether NIK, name and birth date belong to one person.
	 * @throws RegistryUnavailable if it does not answer in time, or did not lately
	 */
	public boolean matches(Nik nik, String name, LocalDate born);

}
