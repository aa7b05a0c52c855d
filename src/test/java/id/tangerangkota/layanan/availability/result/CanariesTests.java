package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanariesTests {

	private final SetClock clock = new SetClock(Checks.NOON);

	private final Sites sites = new Sites();

	private final AtomicInteger voidRounds = new AtomicInteger();

	private final Canaries canaries = new Canaries(List.of(HttpTarget.get("https://a.example/"),
			HttpTarget.get("https://b.example/"), HttpTarget.get("https://c.example/")), this.sites,
			this.voidRounds::incrementAndGet, this.clock);

	private final List<Boolean> verdicts = new ArrayList<>();

	private void ask() {
		this.canaries.verdict(this.clock.instant(), this.verdicts::add);
	}

	private void fail(String... hosts) {
		for (String host : hosts) {
			this.sites.answer(host + ".example", Checks::down);
		}
	}

	@Test
	void blameTheOwnNetworkWhenMostFail() {
		fail("a", "b");
		ask();
		assertThat(this.verdicts).containsExactly(true);
		assertThat(this.voidRounds).hasValue(1);
	}

	@Test
	void blameTheSiteWhenOneCanaryFails() {
		fail("a");
		ask();
		assertThat(this.verdicts).containsExactly(false);
		assertThat(this.voidRounds).hasValue(0);
	}

	@Test
	void areAskedOncePerMoment() {
		for (int n = 0; n < 100; n++) {
			ask();
			this.clock.advance(Duration.ofMillis(20));
		}
		assertThat(this.sites.asked).hasSize(3);
		assertThat(this.verdicts).hasSize(100).containsOnly(false);
		this.clock.advance(Canaries.MOMENT);
		ask();
		assertThat(this.sites.asked).hasSize(6);
	}

	@Test
	void keepWaitingUntilAllHaveAnswered() {
		this.sites.hold();
		ask();
		ask();
		assertThat(this.verdicts).isEmpty();
		fail("a", "b", "c");
		this.sites.release();
		assertThat(this.verdicts).containsExactly(true, true);
		assertThat(this.voidRounds).hasValue(1);
	}

	/** A check that began while the network was away ends when it is back. */
	@Test
	void rememberTheMomentAFailureBelongsTo() {
		fail("a", "b", "c");
		ask();
		for (String host : List.of("a", "b", "c")) {
			this.sites.answer(host + ".example", (at) -> Checks.up(at, 5));
		}
		this.clock.advance(Duration.ofSeconds(5));
		this.canaries.verdict(this.clock.instant().minusSeconds(5), this.verdicts::add);
		ask();
		assertThat(this.verdicts).containsExactly(true, true, false);
	}

	@Test
	void forgetWhatTheyWereAskedBeforeTheClockWasSetBack() {
		this.clock.advance(Duration.ofHours(1));
		fail("a", "b", "c");
		ask();
		this.clock.set(Checks.NOON);
		for (String host : List.of("a", "b", "c")) {
			this.sites.answer(host + ".example", (at) -> Checks.up(at, 5));
		}
		ask();
		assertThat(this.verdicts).containsExactly(true, false);
		assertThat(this.sites.asked).hasSize(6);
	}

	@Test
	void learnNothingFromANodeThatIsTooBusy() {
		for (String host : List.of("a", "b", "c")) {
			this.sites.answer(host + ".example", Checks::empty);
		}
		ask();
		assertThat(this.verdicts).containsExactly(false);
	}

	@Test
	void areNeverToBlameWhereThereAreNone() {
		new Canaries(List.of(), this.sites, () -> {
		}, this.clock).verdict(this.clock.instant(), this.verdicts::add);
		assertThat(this.verdicts).containsExactly(false);
	}

}
