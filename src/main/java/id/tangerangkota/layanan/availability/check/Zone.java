package id.tangerangkota.layanan.availability.check;

import java.util.Arrays;
import java.util.Set;

import id.tangerangkota.layanan.availability.probe.Host;

/**
 * The part of a name that somebody registered, whose name servers answer for all of it.
 */
final class Zone {

	/** What PANDI registers below, as {@code go} of {@code tangerangkota.go.id}. */
	private static final Set<String> SECOND_LEVELS = Set.of("ac", "biz", "co", "com", "desa", "edu", "go", "gov", "mil",
			"my", "net", "or", "org", "ponpes", "sch", "web");

	private Zone() {
	}

	/** An address is its own. */
	static String of(Host host) {
		String[] labels = host.name().split("\\.");
		if (host.isAddress() || labels.length < 3) {
			return host.name();
		}
		boolean country = labels[labels.length - 1].length() == 2;
		int kept = (country && SECOND_LEVELS.contains(labels[labels.length - 2])) ? 3 : 2;
		return String.join(".", Arrays.asList(labels).subList(labels.length - kept, labels.length));
	}

}
