package id.tangerangkota.layanan.complaint.casework;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import org.jspecify.annotations.Nullable;

/** What its reporter said of each end of a complaint. */
@Embeddable
class Opinion {

	/** Of the last end; null as long as nothing was said of it. */
	@Embedded
	private @Nullable Verdict verdict;

	@ElementCollection
	@CollectionTable(schema = "complaint", name = "earlier_verdict", joinColumns = @JoinColumn(name = "complaint_id"))
	private Set<EarlierVerdict> earlierVerdicts = new HashSet<>();

	/** For JPA. */
	protected Opinion() {
	}

	/**
	 * Takes what is said now; it counts on its own day.
	 * @return the day on which what was said before counts no longer, null for none
	 */
	@Nullable LocalDate take(Verdict said) {
		Verdict before = this.verdict;
		this.verdict = (before != null) ? before.then(said) : said;
		return (before != null && !before.day().equals(said.day())) ? before.day() : null;
	}

	/** Whether they spoke of the last end. */
	boolean isGiven() {
		return this.verdict != null;
	}

	/**
	 * Of the next end they speak anew; what they said of this one is kept.
	 * @param ending how often it had been opened again before
	 * @param agency code of the one that has it
	 */
	void next(int ending, @Nullable String agency) {
		if (this.verdict != null) {
			this.earlierVerdicts.add(new EarlierVerdict(ending, agency, this.verdict));
			this.verdict = null;
		}
	}

}
