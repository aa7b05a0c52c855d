package id.tangerangkota.layanan.survey;

/**
 * What is concluded from at least ten answers.
 *
 * @param mean on the scale of the instrument
 * @param low lower end of the 95 % confidence interval of the mean
 * @param high its upper end
 * @param topTwo share of the two best values among all answers, 0 to 1
 * @param few whether there are less than thirty, so that it is to be read with care
 */
public record Estimate(double mean, double low, double high, double topTwo, boolean few) {

	/** The mean on a scale from 0 (all gave the worst value) to 100. */
	public double score(Instrument instrument) {
		return (this.mean - 1) / (instrument.highest() - 1) * 100;
	}

}
