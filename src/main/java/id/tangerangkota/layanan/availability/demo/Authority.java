package id.tangerangkota.layanan.availability.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
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
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Vouches for the sites of the simulated city (ECDSA P-256). Its key is made at the start
 * and never leaves the memory of this process.
 */
final class Authority {

	private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

	private static final Duration LIFE = Duration.ofDays(400);

	private static final int SERIAL_BITS = 120;

	private final X500Name name;

	private final SecureRandom random;

	private final KeyPair own = keys();

	private final X509Certificate certificate;

	Authority(String name, SecureRandom random, Instant now) {
		this.name = new X500Name("CN=" + name);
		this.random = random;
		this.certificate = sign(this.name, this.own.getPublic(), now.minus(LIFE), now.plus(LIFE), null);
	}

	/** What is to be trusted. */
	X509Certificate certificate() {
		return this.certificate;
	}

	/** For a host, by its name alone. */
	X509Certificate issue(String host, PublicKey key, Instant from, Instant until) {
		return sign(new X500Name("CN=" + host), key, from, until, host);
	}

	static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private X509Certificate sign(X500Name subject, PublicKey key, Instant from, Instant until, @Nullable String host) {
		try {
			V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
			generator.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, this.random).setBit(SERIAL_BITS)));
			generator.setSignature(ECDSA);
			generator.setIssuer(this.name);
			generator.setSubject(subject);
			generator.setStartDate(new Time(Date.from(from)));
			generator.setEndDate(new Time(Date.from(until)));
			generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
			ExtensionsGenerator extensions = new ExtensionsGenerator();
			extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(host == null));
			if (host != null) {
				extensions.addExtension(Extension.subjectAlternativeName, false,
						new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
			}
			generator.setExtensions(extensions.generate());
			return parse(signed(generator.generateTBSCertificate(), this.own.getPrivate()));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("No certificate for " + subject, ex);
		}
	}

	private static byte[] signed(TBSCertificate content, PrivateKey key) throws GeneralSecurityException, IOException {
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(key);
		signature.update(content.getEncoded());
		ASN1EncodableVector parts = new ASN1EncodableVector();
		parts.add(content);
		parts.add(ECDSA);
		parts.add(new DERBitString(signature.sign()));
		return new DERSequence(parts).getEncoded();
	}

	private static X509Certificate parse(byte[] bytes) throws GeneralSecurityException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(bytes));
	}

}
