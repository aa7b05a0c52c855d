package id.tangerangkota.layanan.quality.score;

import java.util.Collection;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;

/** What people say of subjects; a constant number of queries for all of them. */
interface Perception {

	Map<Subject, Map<QualityDimension, Perceived>> of(Collection<Subject> subjects, Period period);

}
