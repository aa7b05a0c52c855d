package id.tangerangkota.layanan.identity.credential;

import java.text.Normalizer;
import java.util.concurrent.Callable;

import id.tangerangkota.layanan.web.HeavyWork;
import id.tangerangkota.layanan.web.Overload;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords behind a bulkhead: a few platform threads, because virtual ones are
 * not time-sliced, and a short queue. A flood of sign-ins then slows sign-ins and nothing
 * else.
 */
public class PasswordHashing implements DisposableBean {

	/** What no password can be longer than, in characters. Argon2 itself has no limit. */
	public static final int LONGEST = 128;

	private final PasswordEncoder encoder;

	private final HeavyWork work;

	private final Counter refused;

	/** Compared with where there is no account, so that both take as long. */
	private final String nobody;

	PasswordHashing(PasswordEncoder encoder, HashingSettings settings, MeterRegistry meters) {
		this.encoder = encoder;
		this.work = new HeavyWork("hashing", settings.threadsOrDefault(), settings.queue());
		this.nobody = encode("");
		this.refused = meters.counter("layanan.password.hashing.refused");
		Gauge.builder("layanan.password.hashing.waiting", this.work, HeavyWork::waiting).register(meters);
	}

	/**
	 * Whether a password belongs to a hash.
	 * @param hash null where there is no account: false, after the same work
	 * @throws Overload if too many wait already
	 */
	public boolean matches(String password, @Nullable String hash) {
		if (password.length() > LONGEST) {
			return run(() -> this.encoder.matches("", this.nobody) && false);
		}
		String normal = normal(password);
		return run(() -> this.encoder.matches(normal, (hash != null) ? hash : this.nobody)) && hash != null;
	}

	/**
	 * Hashes a new password.
	 * @throws Overload if too many wait already
	 */
	public String hash(String password) {
		String normal = normal(password);
		return run(() -> encode(normal));
	}

	/** Whether the hash was made with other parameters than today's. */
	public boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	/**
	 * The same letters from any keyboard: some send é as one sign, others as two (NIST SP
	 * 800-63B, 3.1.1.2). Nothing else is changed.
	 */
	public static String normal(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	private String encode(String password) {
		String hash = this.encoder.encode(password);
		if (hash == null) {
			throw new IllegalStateException("No hash");
		}
		return hash;
	}

	private <T> T run(Callable<T> hashing) {
		try {
			return this.work.run(hashing);
		}
		catch (Overload ex) {
			this.refused.increment();
			throw ex;
		}
	}

	@Override
	public void destroy() {
		this.work.close();
	}

}
