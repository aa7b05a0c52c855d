package id.tangerangkota.layanan.identity.passkey;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;

/** What authenticators sign with. */
enum KeyKind {

	ES256("EC", 256, "SHA256withECDSA"),

	EDDSA("Ed25519", 255, "Ed25519"),

	RS256("RSA", 2048, "SHA256withRSA"),

	/** Not among those the portal asks for. */
	ES384("EC", 384, "SHA384withECDSA");

	private final String generator;

	private final int size;

	private final String signature;

	KeyKind(String generator, int size, String signature) {
		this.generator = generator;
		this.size = size;
		this.signature = signature;
	}

	KeyPair generate() {
		try {
			KeyPairGenerator pairs = KeyPairGenerator.getInstance(this.generator);
			pairs.initialize(this.size);
			return pairs.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The public key alone, as authenticators hand it out. */
	COSEKey publicKey(KeyPair pair) {
		return switch (this) {
			case ES256 -> EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256);
			case ES384 -> EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES384);
			case EDDSA -> EdDSACOSEKey.create((EdECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.EdDSA);
			case RS256 -> RSACOSEKey.create((RSAPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.RS256);
		};
	}

	byte[] sign(PrivateKey key, byte[] data) {
		try {
			Signature signer = Signature.getInstance(this.signature);
			signer.initSign(key);
			signer.update(data);
			return signer.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
