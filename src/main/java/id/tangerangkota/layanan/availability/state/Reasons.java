package id.tangerangkota.layanan.availability.state;

import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.probe.Cause;
import org.jspecify.annotations.Nullable;

/** What a cause of a check means for a service. */
final class Reasons {

	private Reasons() {
	}

	static StateReason of(@Nullable Cause cause) {
		if (cause == null) {
			return StateReason.STATUS;
		}
		return switch (cause) {
			case DNS -> StateReason.DNS;
			case CONNECT -> StateReason.CONNECT;
			case TLS -> StateReason.TLS;
			case CERTIFICATE, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_HOST,
					CERTIFICATE_UNTRUSTED, CERTIFICATE_ENDS ->
				StateReason.CERTIFICATE;
			case TIMEOUT -> StateReason.TIMEOUT;
			case STATUS -> StateReason.STATUS;
			case CONTENT -> StateReason.CONTENT;
			case ADDRESS_REFUSED -> StateReason.ADDRESS_REFUSED;
			case REDIRECT -> StateReason.REDIRECT;
			case PROTOCOL -> StateReason.PROTOCOL;
			case RESET -> StateReason.RESET;
			case RECORD -> StateReason.RECORD;
			case TURNED_AWAY -> StateReason.TURNED_AWAY;
			case OWN_NETWORK -> StateReason.OWN_NETWORK;
			case PORT_REFUSED -> StateReason.PORT_REFUSED;
			case LATE, NOBODY_LOOKED -> StateReason.NOBODY_LOOKED;
		};
	}

}
