package id.tangerangkota.layanan.complaint.casework;

import java.util.Locale;

/**
 * What happened to a complaint. Each has a text with the key {@code complaint.entry.}
 * followed by {@link #code()}.
 */
public enum EntryKind {

	/** It was received. */
	FILED,
	/** It was taken over from the LAKSA of before; the code is its number there. */
	IMPORTED,
	/** It was understood and handed to an agency, which is the code. */
	VERIFIED,
	/** It was handed on to another agency, which is the code; a note says why. */
	FORWARDED,
	/** It is the case of one officer now, whose account is the code; or of nobody. */
	ASSIGNED,
	/** The agency began. */
	STARTED,
	/** The staff wrote something. */
	ANSWERED,
	/** Something for the staff alone. */
	NOTE,
	/** The citizen was asked something. */
	ASKED,
	/** It goes on though the citizen did not answer. */
	CONTINUED,
	/** The citizen wrote something. */
	REPLIED,
	/** The work is done, the text says what was done. */
	RESOLVED,
	/** Somebody saw that it is done; the code is who: {@code CITIZEN}, or a role. */
	CONFIRMED,
	/** A coordinator saw that it is not done. */
	SENT_BACK,
	/** Nobody said anything for ten working days. */
	CLOSED,
	/** The citizen is not content. */
	REOPENED,
	/** It is not taken up; the code is the {@link Rejection}. */
	REJECTED,
	/** The citizen took it back. */
	WITHDRAWN,
	/** It goes on as part of another one, whose ticket is the code. */
	MERGED,
	/** Another one, whose ticket is the code, goes on as part of it. */
	ABSORBED,
	/** The one it was part of was taken back, and it goes its own way again. */
	RELEASED,
	/** A part of it became a complaint of its own, whose ticket is the code. */
	SPLIT,
	/** It was a part of another one, whose ticket is the code. */
	SPLIT_FROM,
	/** Somebody else decides; the code is the {@link Referral}. */
	REFERRED,
	/** The time for a formal request was extended, once. */
	EXTENDED,
	/** Words were taken out. */
	REDACTED,
	/** Everybody may see it. */
	PUBLISHED,
	/** Nobody but those concerned may see it. */
	HIDDEN,
	/** The citizen said how good it was; the code is the rating. */
	RATED,
	/** The name is hidden from now on. */
	ANONYMISED,
	/** A coordinator looked at it after it was closed without anybody confirming. */
	SAMPLED,
	/** The outage it is about is over. */
	OUTAGE_ENDED,
	/** The service it is about is out again. */
	OUTAGE_AGAIN;

	/** As keys of texts write it, such as {@code sent-back}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
