package id.tangerangkota.layanan.audit;

import java.time.LocalDate;

import id.tangerangkota.layanan.vault.Signature;

/**
 * What the last row of a chain was on a day, signed. A chain that does not hold that row
 * any more was cut off or written anew.
 */
record Anchor(Head head, Signature signature) {

	/** The last row of a chain on a day. */
	record Head(LocalDate day, String chain, long seq, byte[] hash) {

		byte[] canonical() {
			return new CanonicalBytes("anchor/1").add(this.day.toString())
				.add(this.chain)
				.add(this.seq)
				.add(this.hash)
				.toByteArray();
		}

	}

}
