package id.tangerangkota.layanan.quality.indicator;

import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.complaint.CaseFigures.Figure;

/** Which figure of complaints an indicator shows. */
public final class CaseIndicators {

	private static final Map<Figure, String> IDS = Map.of(Figure.VERIFY, "complaint-verified", Figure.START,
			"complaint-started", Figure.RESOLVE, "complaint-resolved", Figure.REOPENED, "complaint-reopened",
			Figure.SOLVED, "complaint-solved", Figure.PROMISED, "promised-time");

	private CaseIndicators() {
	}

	static String id(Figure figure) {
		return IDS.getOrDefault(figure, figure.name());
	}

	/** Nothing for what is not counted from complaints. */
	public static Optional<Figure> figure(String indicator) {
		return IDS.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(indicator))
			.map(Map.Entry::getKey)
			.findFirst();
	}

}
