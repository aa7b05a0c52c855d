package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.util.List;

/**
 * Answers that came as no people come.
 *
 * @param traces all of it, by time
 */
record Flood(BurstKind kind, List<Trace> traces) {

	Instant starts() {
		return this.traces.getFirst().at();
	}

	Instant ends() {
		return this.traces.getLast().at();
	}

}
