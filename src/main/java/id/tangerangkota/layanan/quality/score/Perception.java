package id.tangerangkota.layanan.quality.score;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;

/** What people say; a constant number of queries for any number of subjects. */
interface Perception {

	/** Of one, with what only one can show: the needed answers and alpha. */
	Map<QualityDimension, Perceived> of(Subject subject, Period period);

	/** Of one, by the first days of the parts of a period. */
	Map<LocalDate, Map<QualityDimension, Perceived>> parts(Subject subject, Period period, Part part);

	/** Of those of a level that anybody spoke about. */
	Map<Subject, Map<QualityDimension, Perceived>> of(Level level, Collection<Subject> subjects, Period period);

}
