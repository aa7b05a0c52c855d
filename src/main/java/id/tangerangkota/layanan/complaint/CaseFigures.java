package id.tangerangkota.layanan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one day of the city, of services and agencies, each by one query, and the
 * complaints behind them. Taken over from the LAKSA of before counts nowhere: its clocks
 * were others. Nor do the cases the portal itself opens for outages: it verifies and
 * solves those alone. Complaints about the conduct of officials count for the city alone:
 * of a service or an agency, few as they are, they would tell those they are about.
 */
public interface CaseFigures {

	/**
	 * A share.
	 *
	 * @param service null for what is about no single service
	 * @param agency who had it then, null before anybody
	 */
	record Part(@Nullable ServiceId service, @Nullable AgencyId agency, long part, long all) {
	}

	/** What is counted of complaints. */
	enum Figure {

		/**
		 * Clocks that were decided on the day: stopped in time, or run out. Each clock of
		 * a complaint is decided once, at the agency that has it then, wherever its date
		 * moves afterwards. What ran out stays so; one that was met is decided anew where
		 * it begins again. One that stands still while the citizen is asked, or ended
		 * with the complaint, is not.
		 */
		VERIFY, START, RESOLVE,

		/**
		 * Complaints solved for the first time on the day, and how many were reopened.
		 */
		REOPENED,

		/**
		 * Ends of complaints whose reporters said last on the day whether they are
		 * solved; one that was opened again has ended more than once.
		 */
		SOLVED,

		/**
		 * Seconds that complaints solved on the day took, of those that were promised.
		 */
		PROMISED

	}

	/** What a figure is on a day. */
	List<Part> of(Figure figure, LocalDate day);

	/** The complaints that make up a figure of a day, in the order of their tickets. */
	List<Counted> behind(Figure figure, LocalDate day);

	/**
	 * A complaint behind a figure.
	 *
	 * @param ticket null where whoever looks may not see it
	 * @param part what it adds to the figure, and to what extent
	 */
	record Counted(@Nullable TicketNumber ticket, Part part) {
	}

	/** Forms begun on the day, and how many of them led somewhere. */
	Optional<Forms> forms(LocalDate day);

	/** Forms of one day. */
	record Forms(long begun, long sent) {
	}

	/** The day a complaint was received on. */
	Optional<LocalDate> received(ComplaintId complaint);

}
