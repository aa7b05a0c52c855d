package id.tangerangkota.layanan.availability;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Opens pages of the city's sites as checks do: the same client, which enters no network
 * it must not, says who it is and holds no credentials. Only where checks are switched
 * on.
 */
public interface SiteVisits {

	/** Whether anything is asked at all. */
	boolean isSwitchedOn();

	/**
	 * Opens a page and follows at most three redirects. Waits for the answer, so not in a
	 * transaction.
	 * @param address http or https, as people type it
	 * @throws IllegalStateException if checks are switched off
	 */
	Visit visit(String address);

	/** How a visit ended. */
	enum Ending {

		/** The page came. */
		ANSWERED,

		/** The certificate is worth nothing, so nothing was asked. */
		UNTRUSTED,

		/** It answers, but turns checks away. */
		TURNED_AWAY,

		/** No page came: no connection, an error, an address checks must not go to. */
		UNREACHABLE,

		/** The portal's own fault; says nothing about the site. */
		VOID

	}

	/**
	 * What came of a visit.
	 *
	 * @param answers redirects in their order, then the last answer
	 * @param protocol of the last encrypted connection, such as {@code TLSv1.3}
	 * @param body of the last answer, its beginning where it is long
	 */
	record Visit(Ending ending, List<Answer> answers, @Nullable String protocol, byte[] body) {

		/** The last answer, null where there was none. */
		public @Nullable Answer last() {
			return this.answers.isEmpty() ? null : this.answers.getLast();
		}

	}

	/**
	 * What one address answered.
	 *
	 * @param headers by name in small letters
	 */
	record Answer(String address, int status, Map<String, List<String>> headers) {

		/** The values of a header, none where it is missing. */
		public List<String> header(String name) {
			return this.headers.getOrDefault(name, List.of());
		}

	}

}
