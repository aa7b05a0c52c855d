package id.tangerangkota.layanan.availability.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Vouches for hosts (ECDSA P-256), within milliseconds. */
final class TestAuthority {

	private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(
			new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));

	private static final AtomicLong serials = new AtomicLong(System.nanoTime());

	private final String name;

	private final KeyPair keys = keys();

	private final X509Certificate certificate;

	TestAuthority(String name) {
		this.name = "CN=" + name;
		Instant now = Instant.now();
		this.certificate = sign(this.name, this.keys, this.name, this.keys, now.minus(Duration.ofDays(400)),
				now.plus(Duration.ofDays(400)), true);
	}

	/** For a host, an hour ago until in 90 days. */
	SSLContext issue(String host) {
		return issue(host, Duration.ofHours(-1), Duration.ofDays(90));
	}

	SSLContext issue(String host, Duration from, Duration until) {
		KeyPair own = keys();
		Instant now = Instant.now();
		X509Certificate leaf = sign("CN=" + host, own, this.name, this.keys, now.plus(from), now.plus(until), false,
				host);
		return context(own.getPrivate(), leaf, this.certificate);
	}

	/** The authority's own certificate, shown as a host's. */
	static SSLContext selfSigned(String host) {
		KeyPair own = keys();
		Instant now = Instant.now();
		return context(own.getPrivate(), sign("CN=" + host, own, "CN=" + host, own, now.minus(Duration.ofDays(1)),
				now.plus(Duration.ofDays(90)), false, host));
	}

	/** Writes what others trust. */
	Path pem(Path directory) {
		try {
			String base64 = Base64.getMimeEncoder().encodeToString(this.certificate.getEncoded());
			return Files.writeString(directory.resolve("authority.pem"),
					"-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext context(PrivateKey key, X509Certificate... chain) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("host", key, new char[0], chain);
			KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
			factory.init(store, new char[0]);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(factory.getKeyManagers(), null, null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509Certificate sign(String subject, KeyPair own, String issuer, KeyPair signer, Instant from,
			Instant until, boolean authority, String... hosts) {
		try {
			V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
			generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(serials.incrementAndGet())));
			generator.setSubject(new X500Name(subject));
			generator.setIssuer(new X500Name(issuer));
			generator.setStartDate(new Time(Date.from(from)));
			generator.setEndDate(new Time(Date.from(until)));
			generator.setSignature(ECDSA);
			generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()));
			ExtensionsGenerator extensions = new ExtensionsGenerator();
			extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
			for (String host : hosts) {
				extensions.addExtension(Extension.subjectAlternativeName, false, alternative(host));
			}
			generator.setExtensions(extensions.generate());
			TBSCertificate unsigned = generator.generateTBSCertificate();
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(signer.getPrivate());
			signature.update(unsigned.getEncoded("DER"));
			ASN1EncodableVector parts = new ASN1EncodableVector();
			parts.add(unsigned);
			parts.add(ECDSA);
			parts.add(new DERBitString(signature.sign()));
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded("DER")));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GeneralNames alternative(String host) throws IOException {
		boolean address = new Host(host.replace("*", "x")).isAddress();
		return new GeneralNames(
				address ? new GeneralName(GeneralName.iPAddress, InetAddress.getByName(host).getHostAddress())
						: new GeneralName(GeneralName.dNSName, host));
	}

}
