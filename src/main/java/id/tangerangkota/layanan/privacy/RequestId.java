package id.tangerangkota.layanan.privacy;

import java.util.UUID;

/** Names a request about personal data. */
public record RequestId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
