package id.tangerangkota.layanan.availability.demo;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

/** The certificates the sites show, made when somebody first asks for one. */
final class SiteCertificates {

	private static final Duration DAY = Duration.ofDays(1);

	private static final int MONTHS = 90;

	private static final int DAYS_LEFT = 5;

	private final Authority trusted;

	private final Authority unknown;

	/** One for all: it protects nothing. */
	private final KeyPair key = Authority.keys();

	private final Instant made;

	private final Map<Shown, SslContext> contexts = new ConcurrentHashMap<>();

	SiteCertificates(SecureRandom random, Instant now) {
		this.trusted = new Authority("Otoritas Simulasi Kota", random, now);
		this.unknown = new Authority("Otoritas Tak Dikenal", random, now);
		this.made = now;
	}

	private record Shown(String host, Fault fault) {
	}

	X509Certificate authority() {
		return this.trusted.certificate();
	}

	SslContext of(String host, Fault fault) {
		Fault shown = switch (fault) {
			case EXPIRED_CERTIFICATE, UNKNOWN_AUTHORITY, ENDING_CERTIFICATE -> fault;
			default -> Fault.NONE;
		};
		return this.contexts.computeIfAbsent(new Shown(host, shown), this::make);
	}

	private SslContext make(Shown shown) {
		Authority by = (shown.fault() == Fault.UNKNOWN_AUTHORITY) ? this.unknown : this.trusted;
		X509Certificate site = by.issue(shown.host(), this.key.getPublic(), this.made.minus(DAY.multipliedBy(MONTHS)),
				until(shown));
		try {
			return SslContextBuilder.forServer(this.key.getPrivate(), site, by.certificate()).build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException("No TLS for " + shown.host(), ex);
		}
	}

	private Instant until(Shown shown) {
		return switch (shown.fault()) {
			case EXPIRED_CERTIFICATE -> this.made.minus(DAY.multipliedBy(Timetable.EXPIRED_DAYS));
			case ENDING_CERTIFICATE -> this.made.plus(DAY.multipliedBy(DAYS_LEFT));
			// None of them worth a warning, and not all on one day.
			default -> this.made.plus(DAY.multipliedBy(40 + Math.floorMod(shown.host().hashCode(), MONTHS)));
		};
	}

}
