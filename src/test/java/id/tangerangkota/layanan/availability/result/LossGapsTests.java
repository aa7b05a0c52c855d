package id.tangerangkota.layanan.availability.result;

import java.time.Duration;

import id.tangerangkota.layanan.availability.check.Checks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LossGapsTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final LossGaps gaps = new LossGaps();

	private static Finding finding(int check, int second) {
		return Finding.of(check, Checks.NOON.plusSeconds(second), Checks.up(Checks.NOON, 5));
	}

	@Test
	void saysNothingWhereNothingWasLost() {
		assertThat(this.gaps.told(finding(1, 3600), MINUTE)).containsExactly(finding(1, 3600));
	}

	@Test
	void saysThatNobodyLookedSinceTheFirstThatWasLost() {
		this.gaps.lost(finding(1, 60));
		this.gaps.lost(finding(1, 0));
		this.gaps.lost(finding(2, 120));
		assertThat(this.gaps.told(finding(1, 181), MINUTE)).containsExactly(Finding.blind(1, Checks.NOON),
				finding(1, 181));
		// Each check for itself: this one missed a look or two.
		assertThat(this.gaps.told(finding(2, 181), MINUTE)).containsExactly(finding(2, 181));
		assertThat(this.gaps.told(finding(3, 181), MINUTE)).containsExactly(finding(3, 181));
	}

	@Test
	void countsByTheIntervalOfTheCheck() {
		this.gaps.lost(finding(1, 0));
		assertThat(this.gaps.told(finding(1, 180), MINUTE)).hasSize(1);
		assertThat(this.gaps.told(finding(1, 900), Duration.ofMinutes(5))).hasSize(1);
		assertThat(this.gaps.told(finding(1, 901), Duration.ofMinutes(5))).hasSize(2);
		assertThat(this.gaps.told(finding(1, 901), null)).hasSize(1);
	}

	@Test
	void beginsAnewOnceAResultFoundRoom() {
		this.gaps.lost(finding(1, 0));
		this.gaps.found(1);
		assertThat(this.gaps.told(finding(1, 600), MINUTE)).hasSize(1);
		this.gaps.lost(finding(1, 660));
		assertThat(this.gaps.told(finding(1, 1200), MINUTE))
			.containsExactly(Finding.blind(1, Checks.NOON.plusSeconds(660)), finding(1, 1200));
	}

}
