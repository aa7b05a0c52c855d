package id.tangerangkota.layanan.audit;

import id.tangerangkota.layanan.vault.Signature;
import id.tangerangkota.layanan.vault.Signer;

import org.springframework.stereotype.Component;

/** Makes the keyed hashes of rows and anchors, and tells whether one fits. */
@Component
class Seal {

	private static final String OF_ENTRY = "audit";

	private static final String OF_ANCHOR = "audit-anchor";

	private final Signer signer;

	Seal(Signer signer) {
		this.signer = signer;
	}

	/**
	 * Hashes a row; {@code before} is the hash of the row before, empty for the first.
	 */
	Link close(Entry entry, byte[] before) {
		return new Link(entry, this.signer.sign(OF_ENTRY, entry.canonical(before)));
	}

	boolean fits(Link link, byte[] before) {
		return this.signer.verify(OF_ENTRY, link.hash(), link.entry().canonical(before));
	}

	Signature sign(Anchor.Head head) {
		return this.signer.sign(OF_ANCHOR, head.canonical());
	}

	boolean fits(Anchor anchor) {
		return this.signer.verify(OF_ANCHOR, anchor.signature(), anchor.head().canonical());
	}

}
