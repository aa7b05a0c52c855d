package id.tangerangkota.layanan.availability.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;

/**
 * What happens in the simulated city, by the time since it was opened: a few sites have
 * been broken for long, others break and recover one after the other in the first nine
 * minutes, and again every half an hour. How fast a site answers follows the hours of
 * offices.
 */
final class Timetable {

	/** After this everything happens again. */
	static final Duration ROUND = Duration.ofMinutes(30);

	/** Text that is on every page of the city. */
	static final String MARK = "Pemerintah Kota Tangerang";

	/** The site that shows another page now and then; a check reads for {@link #MARK}. */
	static final String READ_HOST = city("jdih");

	/** The site that nobody has repaired for weeks. */
	static final String DEAD_HOST = city("covid19");

	/** The site whose certificate nobody renewed. */
	static final String EXPIRED_HOST = city("skp");

	/** The site that lets no check in. */
	static final String CLOSED_HOST = city("ppid");

	/** How many days ago the certificate ended. */
	static final int EXPIRED_DAYS = 12;

	/** Sites that stay as they are. */
	private static final Map<String, Fault> ALWAYS = Map.of(DEAD_HOST, Fault.NO_SERVER, EXPIRED_HOST,
			Fault.EXPIRED_CERTIFICATE, CLOSED_HOST, Fault.TURNED_AWAY, city("smartcity"), Fault.ENDING_CERTIFICATE);

	/**
	 * The first is over within two minutes, so that nobody waits long to see both. Those
	 * that would be taken for one, having one address, are apart unless they are one.
	 */
	private static final List<Turn> TURNS = List.of(new Turn(city("pajakonline"), Fault.ERROR, 25, 85),
			new Turn(city("baznas"), Fault.SLOW, 60, 200), new Turn(city("dpupr"), Fault.NO_SERVER, 110, 180),
			new Turn(city("dataciptakarya"), Fault.NO_SERVER, 110, 180),
			new Turn(city("labkesda"), Fault.HANG, 240, 310), new Turn(READ_HOST, Fault.WRONG_CONTENT, 290, 360),
			new Turn(city("ppdb"), Fault.UNKNOWN_AUTHORITY, 350, 420),
			new Turn(city("opendata"), Fault.RESET, 410, 480), new Turn(city("bphtb"), Fault.NO_NAME, 470, 540));

	/** Of addresses that were only guessed, some lead nowhere. */
	private static final String GUESSED = "kel-";

	private static final int FASTEST_MILLIS = 18;

	/**
	 * How many times as long the slowest think; half of all are quicker than its root.
	 */
	private static final double SLOWEST = 60;

	private static final int LOTS = 1000;

	private Timetable() {
	}

	/** From one second of a round to another. */
	private record Turn(String host, Fault fault, int from, int until) {

		boolean isOn(long second) {
			return second >= this.from && second < this.until;
		}

	}

	private static String city(String site) {
		return site + ".tangerangkota.go.id";
	}

	/**
	 * What is wrong with a site.
	 * @param sinceStart time since the city was opened; before that nothing changes
	 */
	static Fault at(String host, Duration sinceStart) {
		Fault always = ALWAYS.get(host);
		if (always != null) {
			return always;
		}
		if (host.startsWith(GUESSED)) {
			return switch (Math.floorMod(host.hashCode(), 5)) {
				case 0 -> Fault.NO_NAME;
				case 1 -> Fault.NO_SERVER;
				default -> Fault.NONE;
			};
		}
		if (sinceStart.isNegative()) {
			return Fault.NONE;
		}
		long second = sinceStart.toSeconds() % ROUND.toSeconds();
		return TURNS.stream()
			.filter((turn) -> turn.host().equals(host) && turn.isOn(second))
			.map(Turn::fault)
			.findFirst()
			.orElse(Fault.NONE);
	}

	/** How long a healthy site thinks about its answer, in ms. */
	static int thinking(String host, Instant at) {
		double lot = (double) Math.floorMod(host.hashCode() * 0x9E3779B1, LOTS) / LOTS;
		double base = FASTEST_MILLIS * Math.pow(SLOWEST, lot);
		return (int) Math.round(base * rhythm(at));
	}

	/** Busiest at ten in the morning on working days, quiet at night. */
	static double rhythm(Instant at) {
		ZonedDateTime local = at.atZone(AvailabilityReport.ZONE);
		double hour = local.getHour() + local.getMinute() / 60.0;
		double office = Math.exp(-Math.pow(hour - 10, 2) / 8) + 0.6 * Math.exp(-Math.pow(hour - 14.5, 2) / 6);
		boolean weekend = local.getDayOfWeek().getValue() > 5;
		return 0.7 + (weekend ? 0.35 : 1.1) * office + 0.15 * Math.exp(-Math.pow(hour - 20, 2) / 5);
	}

}
