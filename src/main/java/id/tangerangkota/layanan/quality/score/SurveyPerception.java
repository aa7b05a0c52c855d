package id.tangerangkota.layanan.quality.score;

import java.util.Collection;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.quality.Subject;

import org.springframework.stereotype.Component;

/** What the answers to surveys say. */
@Component
class SurveyPerception implements Perception {

	@Override
	public Map<Subject, Map<QualityDimension, Perceived>> of(Collection<Subject> subjects, Period period) {
		return Map.of();
	}

}
