package id.tangerangkota.layanan.privacy.breach;

import java.util.UUID;

/** Names an entry of the register of breaches. */
public record BreachId(UUID value) {

	@Override
	public String toString() {
		return this.value.toString();
	}

}
