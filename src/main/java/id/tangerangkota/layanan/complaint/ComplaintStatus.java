package id.tangerangkota.layanan.complaint;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a complaint is on its way. What citizens see is coarser: {@link #shown()}. The
 * graph in {@code docs/complaints.md} is printed from {@link #next()}.
 */
public enum ComplaintStatus {

	/** Received; the coordinator has not looked at it. The clock of verification runs. */
	SUBMITTED(PublicState.WAITING),

	/**
	 * Understood and handed to an agency, which has not begun. The clock of the follow-up
	 * runs; handing it on to another agency stays here and moves no clock.
	 */
	ASSIGNED(PublicState.IN_PROCESS),

	/** The agency works on it. The clock of the solution runs. */
	IN_PROGRESS(PublicState.IN_PROCESS),

	/** The citizen was asked something. Clocks stand still, for 30 days at most. */
	WAITING_FOR_CITIZEN(PublicState.IN_PROCESS),

	/**
	 * The officer says that it is done; the citizen or a coordinator has not confirmed
	 * it.
	 */
	RESOLVED(PublicState.DONE),

	/** Confirmed, or nobody objected for ten working days. */
	CLOSED(PublicState.DONE),

	/** Not taken up, for a reason that is told. */
	REJECTED(PublicState.REJECTED),

	/**
	 * Goes on as part of another complaint. When that one is over and the citizen is not
	 * content, or it was taken back, it goes its own way again.
	 */
	MERGED(PublicState.MERGED),

	/**
	 * Somebody else decides on it: SP4N-LAPOR, the Ombudsman, 112. The citizen can have
	 * it looked at again by somebody else of the city.
	 */
	REFERRED(PublicState.REFERRED);

	private final PublicState shown;

	ComplaintStatus(PublicState shown) {
		this.shown = shown;
	}

	/** What citizens see of it. */
	public PublicState shown() {
		return this.shown;
	}

	/** Where it can go from here. */
	public Set<ComplaintStatus> next() {
		return switch (this) {
			case SUBMITTED -> EnumSet.of(ASSIGNED, WAITING_FOR_CITIZEN, REJECTED, MERGED, REFERRED);
			case ASSIGNED -> EnumSet.of(ASSIGNED, IN_PROGRESS, WAITING_FOR_CITIZEN, REJECTED, MERGED, REFERRED);
			case IN_PROGRESS -> EnumSet.of(ASSIGNED, WAITING_FOR_CITIZEN, RESOLVED, REJECTED, MERGED, REFERRED);
			case WAITING_FOR_CITIZEN -> EnumSet.of(SUBMITTED, ASSIGNED, IN_PROGRESS, REJECTED, MERGED);
			case RESOLVED -> EnumSet.of(CLOSED, ASSIGNED);
			case CLOSED -> EnumSet.of(ASSIGNED);
			case REJECTED, MERGED, REFERRED -> EnumSet.of(SUBMITTED);
		};
	}

	/** Whether the city still has to do something about it. */
	public boolean isOpen() {
		return switch (this) {
			case SUBMITTED, ASSIGNED, IN_PROGRESS, WAITING_FOR_CITIZEN, RESOLVED -> true;
			case CLOSED, REJECTED, MERGED, REFERRED -> false;
		};
	}

}
