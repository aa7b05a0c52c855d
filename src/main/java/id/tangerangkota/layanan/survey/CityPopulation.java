package id.tangerangkota.layanan.survey;

/** How many people live in the city. */
public interface CityPopulation {

	/** As far as it is known. */
	People people();

	/**
	 * People of the city.
	 *
	 * @param source who says so
	 */
	record People(long number, String source) {
	}

}
