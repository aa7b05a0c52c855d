package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.UUID;

import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * A row of sums.
 *
 * @param service null of a counter without one, and of the city
 * @param agency null where nobody knows whose service it is, and of the city
 */
record SumRow(Key key, Tally tally) {

	/** What is added up in one row. */
	record Key(LocalDate day, @Nullable UUID service, @Nullable String agency, int version, Stratum stratum,
			Situation situation, boolean metOutage) {

		/** The same of the whole city. */
		Key ofCity() {
			return new Key(this.day, null, null, this.version, this.stratum, this.situation, this.metOutage);
		}

		/** The same of the whole month. */
		Key ofMonth() {
			return new Key(this.day.withDayOfMonth(1), this.service, this.agency, this.version, this.stratum,
					this.situation, this.metOutage);
		}

	}

}
