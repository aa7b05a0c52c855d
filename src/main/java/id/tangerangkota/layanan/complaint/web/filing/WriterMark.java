package id.tangerangkota.layanan.complaint.web.filing;

import java.util.HexFormat;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.vault.BlindIndex;

import org.springframework.stereotype.Component;

/**
 * Lets a phone see that whoever is signed in when it sends a draft is another one than
 * when it was written, and not who that is: the portal alone can make the mark, and each
 * draft has another.
 */
@Component
class WriterMark {

	private static final String PURPOSE = "complaint.phone-draft.writer";

	private static final int BYTES = 16;

	private final BlindIndex index;

	private final CurrentActor actor;

	WriterMark(BlindIndex index, CurrentActor actor) {
		this.index = index;
		this.actor = actor;
	}

	/** Of whoever asks, empty without an account. */
	String of(String key) {
		AccountId account = this.actor.get().account();
		return (account != null) ? HexFormat.of().formatHex(this.index.of(PURPOSE, account + " " + key), 0, BYTES) : "";
	}

}
