package id.tangerangkota.layanan.quality;

import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.quality.Scale.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScaleTests {

	private static final Scale UPTIME = scale(new Point(90, 0), new Point(99, 50), new Point(99.9, 100));

	private static Scale scale(Point... points) {
		return new Scale("uptime", 1, LocalDate.of(2026, 1, 1), List.of(points), 99.5, 10);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "90, 0", "94.5, 25", "99, 50", "99.45, 75", "99.9, 100", "100, 100" })
	void goesInStraightLinesAndStaysLevelOutside(double value, double score) {
		assertThat(UPTIME.score(value)).isCloseTo(score, org.assertj.core.data.Offset.offset(1e-9));
	}

	@Test
	void refusesPointsOutOfOrder() {
		assertThatIllegalArgumentException().isThrownBy(() -> scale(new Point(2, 0), new Point(1, 100)));
		assertThatIllegalArgumentException().isThrownBy(() -> scale(new Point(2, 0)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 101));
	}

}
