package id.tangerangkota.layanan.apikey;

import java.util.Optional;
import java.util.UUID;

/** Names a program that has keys. No secret. */
public record ApiClientId(UUID value) {

	static ApiClientId random() {
		return new ApiClientId(UUID.randomUUID());
	}

	/** Nothing for what is no such text. */
	public static Optional<ApiClientId> parse(String text) {
		try {
			return Optional.of(new ApiClientId(UUID.fromString(text)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
