package id.tangerangkota.layanan.open311.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.complaint.PublicState;

/** The two states the standard knows. */
enum RequestStatus {

	/** The city is to do something about it. */
	OPEN,

	/** It is over, in whichever way. */
	CLOSED;

	static RequestStatus of(PublicState state) {
		return switch (state) {
			case WAITING, IN_PROCESS -> OPEN;
			case DONE, REJECTED, MERGED, REFERRED -> CLOSED;
		};
	}

	/** Nothing for another word. */
	static Optional<RequestStatus> find(String sent) {
		return Arrays.stream(values()).filter((status) -> status.toString().equals(sent)).findFirst();
	}

	Set<PublicState> states() {
		return Arrays.stream(PublicState.values()).filter((state) -> of(state) == this).collect(Collectors.toSet());
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
