package id.tangerangkota.layanan.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.credential.DeviceTokens;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Three tries by a device or an account, five by a network. */
@PortalTest
class SignInTriesIntegrationTests {

	private static final IdentitySettings SETTINGS = new IdentitySettings(
			new IdentitySettings.Throttling(3, Duration.ofMinutes(15), 5, Duration.ofHours(1)));

	private static int networks;

	private final byte[] login = login();

	@Autowired
	private Throttle throttle;

	@Autowired
	private DeviceTokens devices;

	private SignInTries tries;

	private String address = "";

	@BeforeEach
	void comeFromANetworkOfOnesOwn() {
		this.tries = new SignInTries(this.throttle, this.devices, SETTINGS);
		this.address = "2001:db8:7:%x00::1".formatted(++networks);
	}

	@Test
	void takesNothingFromWhoeverGetsIn() {
		String device = this.devices.issue(this.login);
		for (int i = 0; i < 12; i++) {
			this.tries.succeeded(this.tries.take(this.login, attempt(device)));
			this.tries.succeeded(this.tries.take(this.login, attempt(null)));
		}
		assertThat(allowed(this.login, device)).isEqualTo(3);
	}

	@Test
	void forgetsTheMistakesOfADeviceThatGetsInAfterAll() {
		String device = this.devices.issue(this.login);
		this.tries.take(this.login, attempt(device));
		this.tries.take(this.login, attempt(device));
		this.tries.succeeded(this.tries.take(this.login, attempt(device)));
		assertThat(allowed(this.login, device)).isEqualTo(3);
	}

	/** Each time its owner comes in they would have as many guesses again. */
	@Test
	void countsGuessesOnAnAccountFurtherWhileItsOwnerComesInWithAKnownDevice() {
		assertThat(allowed(this.login, null)).isEqualTo(3);
		this.tries.succeeded(this.tries.take(this.login, attempt(this.devices.issue(this.login))));
		assertThat(allowed(this.login, null)).isZero();
	}

	@Test
	void countsGuessesOfANetworkFurtherWhileSomebodyThereComesIn() {
		byte[] own = login();
		int guesses = 0;
		for (int i = 0; i < 10; i++) {
			guesses += allowed(login(), null, 1);
			if (guesses < 5) {
				this.tries.succeeded(this.tries.take(own, attempt(this.devices.issue(own))));
			}
		}
		assertThat(guesses).isEqualTo(5);
	}

	@Test
	void givesBackWhatWasNotLookedAt() {
		for (int i = 0; i < 10; i++) {
			this.tries.giveBack(this.tries.take(this.login, attempt(null)));
		}
		assertThat(allowed(this.login, null)).isEqualTo(3);
		assertThat(allowed(login(), null)).isEqualTo(2);
	}

	private int allowed(byte[] someone, @Nullable String device) {
		return allowed(someone, device, 6);
	}

	private int allowed(byte[] someone, @Nullable String device, int times) {
		int allowed = 0;
		for (int i = 0; i < times; i++) {
			try {
				this.tries.take(someone, attempt(device));
				allowed++;
			}
			catch (TooManyTries ex) {
				assertThat(ex.retryAfter()).isPositive();
			}
		}
		return allowed;
	}

	private SignInAttempt attempt(@Nullable String device) {
		return new SignInAttempt(this.address, device, "Chrome, Android");
	}

	private static byte[] login() {
		return Niks.next().getBytes(StandardCharsets.US_ASCII);
	}

}
