package id.tangerangkota.layanan.availability.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Judges certificates as a browser would, except that nobody is asked whether they were
 * revoked. A verdict is kept for an hour at most, and never past the end of any
 * certificate of the chain. It is kept for the whole chain: a server that forgets or adds
 * an intermediate is judged anew at once.
 */
final class Certificates {

	private static final int KEPT = 200_000;

	private static final Duration KEEP = Duration.ofHours(1);

	/** Else all that was judged in a minute would be judged again in the same one. */
	private static final int SPREAD_SECONDS = 900;

	private final Clock clock;

	private final X509TrustManager trust;

	private final DefaultHostnameVerifier names = new DefaultHostnameVerifier(PublicSuffixMatcherLoader.getDefault());

	private final Cache<Shown, Kept> verdicts = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.expireAfterWrite(KEEP)
		.executor(Runnable::run)
		.build();

	/** A host, and the SHA-256 of the chain it showed. */
	private record Shown(String chain, Host host) {

	}

	private record Kept(CertificateFinding finding, Instant until) {

	}

	/**
	 * Trusts whom the JDK trusts, and these.
	 * @param anchors PEM files
	 * @param authorities of names that are not the usual ones
	 */
	Certificates(List<Path> anchors, List<X509Certificate> authorities, Clock clock) {
		this.clock = clock;
		try {
			this.trust = trust(anchors, authorities);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("No trust store", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read layanan.availability.probe.trust-anchors", ex);
		}
	}

	/**
	 * Judges what a host showed.
	 * @param chain the host's own certificate first
	 */
	CertificateFinding judge(Certificate[] chain, Host host) throws CertificateException {
		Instant now = this.clock.instant();
		MessageDigest all = sha256();
		byte[] leaf = sha256().digest(chain[0].getEncoded());
		all.update(leaf);
		for (int i = 1; i < chain.length; i++) {
			all.update(sha256().digest(chain[i].getEncoded()));
		}
		// A byte a character: a country of them is kept.
		Shown shown = new Shown(new String(all.digest(), StandardCharsets.ISO_8859_1), host);
		Kept kept = this.verdicts.getIfPresent(shown);
		if (kept == null || !now.isBefore(kept.until())) {
			kept = judge(parsed(chain), HexFormat.of().formatHex(leaf), host, now);
			this.verdicts.put(shown, kept);
		}
		return kept.finding();
	}

	private Kept judge(X509Certificate[] chain, String leaf, Host host, Instant now) {
		Instant until = now.plus(KEEP)
			.minusSeconds(Math.floorMod(leaf.hashCode() * 31 + host.hashCode(), SPREAD_SECONDS));
		for (X509Certificate certificate : chain) {
			until = earlier(until, certificate.getNotAfter().toInstant(), now);
			until = earlier(until, certificate.getNotBefore().toInstant(), now);
		}
		return new Kept(new CertificateFinding(leaf, chain[0].getNotAfter().toInstant(), verdict(chain, host, now)),
				until);
	}

	private static Instant earlier(Instant until, Instant change, Instant now) {
		return change.isAfter(now) && change.isBefore(until) ? change : until;
	}

	private Verdict verdict(X509Certificate[] chain, Host host, Instant now) {
		if (now.isAfter(chain[0].getNotAfter().toInstant())) {
			return Verdict.EXPIRED;
		}
		if (now.isBefore(chain[0].getNotBefore().toInstant())) {
			return Verdict.NOT_YET_VALID;
		}
		try {
			// As the JDK's own TLS 1.3 does, where the key exchange says nothing of the
			// key.
			this.trust.checkServerTrusted(chain, "UNKNOWN");
		}
		catch (CertificateException ex) {
			return untrusted(ex);
		}
		return isFor(chain[0], host) ? Verdict.VALID : Verdict.WRONG_HOST;
	}

	/** An intermediate may have expired as well. */
	private static Verdict untrusted(CertificateException refusal) {
		for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateNotYetValidException) {
				return Verdict.NOT_YET_VALID;
			}
			if (cause instanceof CertPathValidatorException path && path.getReason() == BasicReason.EXPIRED) {
				return Verdict.EXPIRED;
			}
		}
		return Verdict.UNTRUSTED;
	}

	/** Alternative names only: browsers no longer read the common name. */
	private boolean isFor(X509Certificate certificate, Host host) {
		try {
			if (certificate.getSubjectAlternativeNames() == null) {
				return false;
			}
			this.names.verify(host.name(), certificate);
			return true;
		}
		catch (SSLException | CertificateException ex) {
			return false;
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As the JDK's own: those of the native library parse themselves at every look. */
	private static X509Certificate[] parsed(Certificate[] chain) throws CertificateException {
		CertificateFactory factory = CertificateFactory.getInstance("X.509");
		X509Certificate[] parsed = new X509Certificate[chain.length];
		for (int i = 0; i < chain.length; i++) {
			parsed[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(chain[i].getEncoded()));
		}
		return parsed;
	}

	private static X509TrustManager trust(List<Path> anchors, List<X509Certificate> authorities)
			throws GeneralSecurityException, IOException {
		X509TrustManager usual = trust(null);
		if (anchors.isEmpty() && authorities.isEmpty()) {
			return usual;
		}
		KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
		all.load(null, null);
		for (X509Certificate issuer : usual.getAcceptedIssuers()) {
			all.setCertificateEntry("jdk-" + all.size(), issuer);
		}
		for (Path file : anchors) {
			try (InputStream pem = Files.newInputStream(file)) {
				for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
					all.setCertificateEntry("own-" + all.size(), anchor);
				}
			}
		}
		for (X509Certificate authority : authorities) {
			all.setCertificateEntry("names-" + all.size(), authority);
		}
		return trust(all);
	}

	private static X509TrustManager trust(@Nullable KeyStore anchors) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
		factory.init(anchors);
		return (X509TrustManager) factory.getTrustManagers()[0];
	}

}
