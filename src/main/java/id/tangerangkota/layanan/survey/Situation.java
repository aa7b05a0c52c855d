package id.tangerangkota.layanan.survey;

/** Whether the service could be used at the moment of an answer, as is known today. */
public enum Situation {

	UP, DOWN,

	/**
	 * Nobody looked, or work was announced, or the answer is about no single service, or
	 * only its day is kept.
	 */
	OTHER

}
