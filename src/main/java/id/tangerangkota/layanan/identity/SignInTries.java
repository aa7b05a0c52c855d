package id.tangerangkota.layanan.identity;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import id.tangerangkota.layanan.identity.credential.DeviceTokens;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;

import org.springframework.stereotype.Component;

/**
 * How often somebody may give a password at the door: by the device when it signed in
 * before, else by the account, and loosely by the network.
 */
@Component
class SignInTries {

	private static final String SIGN_IN = "sign-in";

	private final Throttle throttle;

	private final DeviceTokens devices;

	private final IdentitySettings.Throttling settings;

	SignInTries(Throttle throttle, DeviceTokens devices, IdentitySettings settings) {
		this.throttle = throttle;
		this.devices = devices;
		this.settings = settings.throttle();
	}

	/**
	 * Takes a try before anything is hashed.
	 * @throws TooManyTries by the number of tries alone
	 */
	Try take(byte[] login, SignInAttempt attempt) {
		Try taken = this.devices.device(attempt.deviceToken(), login)
			.map((device) -> new Try(this.settings.device(SIGN_IN), device, network(attempt)))
			.orElseGet(
					() -> new Try(this.settings.account(SIGN_IN), HexFormat.of().formatHex(login), network(attempt)));
		refuse(this.throttle.take(taken.limit(), taken.key()));
		refuse(this.throttle.take(this.settings.network(SIGN_IN), taken.network()));
		return taken;
	}

	private static String network(SignInAttempt attempt) {
		return AddressPrefix.of(attempt.address());
	}

	private static void refuse(Optional<Duration> wait) {
		wait.ifPresent((time) -> {
			throw new TooManyTries(time);
		});
	}

	/**
	 * The password was right. Whoever knows it needs no count of wrong ones on this way
	 * in; that of the network is shared with others and gets back no more than was taken.
	 */
	void succeeded(Try taken) {
		this.throttle.forget(taken.limit(), taken.key());
		this.throttle.giveBack(this.settings.network(SIGN_IN), taken.network());
	}

	/** No password was looked at. */
	void giveBack(Try taken) {
		this.throttle.giveBack(taken.limit(), taken.key());
		this.throttle.giveBack(this.settings.network(SIGN_IN), taken.network());
	}

	/** What was taken, and from whom. */
	record Try(Limit limit, String key, String network) {
	}

}
