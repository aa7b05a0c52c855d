package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.complaint.ComplaintCategory;
import jakarta.persistence.Embeddable;

/**
 * What not everybody may know of a complaint.
 *
 * @param anonymous its reporter's name
 * @param confidential what it says
 * @param supervisory that it is there at all: it is about the conduct of officials
 */
@Embeddable
record Secrecy(boolean anonymous, boolean confidential, boolean supervisory) {

	/** As it turned out to be. */
	Secrecy under(ComplaintCategory category, boolean aboutConduct) {
		return new Secrecy(this.anonymous || category.sensitive(), this.confidential || category.sensitive(),
				aboutConduct);
	}

	Secrecy withoutName() {
		return new Secrecy(true, this.confidential, this.supervisory);
	}

	/** Whether what it says has to be sealed. */
	boolean isSealing() {
		return this.confidential || this.supervisory;
	}

}
