package id.tangerangkota.layanan.availability.incident;

import id.tangerangkota.layanan.availability.state.Evidence;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What explains that a service is down, and so which services belong into one incident:
 * those with the same. A status is the service's own, whoever shares its machine. A
 * certificate explains only failures of certificates, however many services share it.
 */
final class Resource {

	private Resource() {
	}

	/** What explains an outage. */
	static String of(ServiceId service, @Nullable Evidence evidence) {
		String shared = (evidence != null) ? shared(evidence) : null;
		return (shared != null) ? shared : "service:" + service;
	}

	private static @Nullable String shared(Evidence evidence) {
		return switch (evidence.cause()) {
			case CERTIFICATE -> (evidence.certificate() != null) ? "certificate:" + evidence.certificate() : null;
			case CONNECT, TIMEOUT, TLS, RESET -> (evidence.address() != null) ? "address:" + evidence.address() : null;
			case DNS -> "zone:" + evidence.zone();
			default -> null;
		};
	}

	/** Of a certificate that ends soon, by its fingerprint. */
	static String warning(String certificate) {
		return "warning:" + certificate;
	}

	static String suspicion(ServiceId service) {
		return "suspicion:" + service;
	}

}
