package id.tangerangkota.layanan.identity.passkey;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.MissingChallengeException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;
import id.tangerangkota.layanan.web.Links;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The portal's side of a WebAuthn ceremony: asks, and judges the answers. Keeps nothing.
 * Where the portal is comes from {@code layanan.public-url}; behind {@code localhost}
 * every port is that place, for browsers hold a passkey to a host, and tests and
 * developers run on whichever port is free.
 */
@Component
class RelyingParty {

	/** Shown by authenticators. A name, alike in all languages. */
	private static final String NAME = "Layanan Kota Tangerang";

	private static final String LOCALHOST = "localhost";

	/** An honest answer has one or two thousand characters. */
	private static final int LONGEST_ANSWER = 32 * 1024;

	/** Kinds of keys in the order in which they are liked. */
	private static final List<PublicKeyCredentialParameters> KEYS = List
		.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
		.stream()
		.map((algorithm) -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
		.toList();

	/** Others exist, but the list comes from outside and is stored. */
	private static final Set<String> TRANSPORTS = Set.of("ble", "hybrid", "internal", "nfc", "smart-card", "usb");

	private final ObjectConverter converter = new ObjectConverter();

	private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(this.converter);

	/** Who made the authenticator does not matter, so attestation is not asked for. */
	private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(this.converter);

	private final String id;

	private final Origin origin;

	RelyingParty(Links links) {
		URI url = links.publicUrl();
		this.id = url.getHost().toLowerCase(Locale.ROOT);
		this.origin = new Origin(
				url.getScheme() + "://" + this.id + ((url.getPort() == -1) ? "" : ":" + url.getPort()));
	}

	/** What the browser needs to make a passkey, as JSON. */
	String creationOptions(AccountId account, String userName, String displayName, Question question,
			List<Credential> existing) {
		return write(
				new PublicKeyCredentialCreationOptions(new PublicKeyCredentialRpEntity(this.id, NAME),
						new PublicKeyCredentialUserEntity(UserHandle.of(account), userName, displayName),
						new DefaultChallenge(question.challenge()), KEYS, Passkeys.TIME_TO_ANSWER.toMillis(),
						descriptors(existing), new AuthenticatorSelectionCriteria(null,
								ResidentKeyRequirement.PREFERRED, UserVerificationRequirement.REQUIRED),
						AttestationConveyancePreference.NONE, null));
	}

	/** What the browser needs to use a passkey, as JSON. */
	String requestOptions(Question question, List<Credential> allowed) {
		return write(new PublicKeyCredentialRequestOptions(new DefaultChallenge(question.challenge()),
				Passkeys.TIME_TO_ANSWER.toMillis(), this.id, descriptors(allowed), UserVerificationRequirement.REQUIRED,
				null));
	}

	/** Judges the answer to {@link #creationOptions}: the key it brings. */
	Credential register(Question question, String answer) {
		RegistrationParameters expected = new RegistrationParameters(server(question), KEYS, true);
		RegistrationData data = read(answer, () -> this.manager.parseRegistrationResponseJSON(answer));
		verify(() -> this.manager.verify(data, expected));
		AuthenticatorData<?> authenticator = present(data.getAttestationObject()).getAuthenticatorData();
		AttestedCredentialData key = present(authenticator.getAttestedCredentialData());
		return new Credential(key.getCredentialId(), this.attested.convert(key), authenticator.getSignCount(),
				authenticator.isFlagBE(), transports(data.getTransports()));
	}

	/** Reads the answer to {@link #requestOptions}, so that its key can be looked up. */
	// The library's annotation says of an array's bytes what it means of the array.
	@SuppressWarnings("NullAway")
	Assertion readAssertion(String answer) {
		AuthenticationData data = read(answer, () -> this.manager.parseAuthenticationResponseJSON(answer));
		return new Assertion(present(data.getCredentialId()), data.getUserHandle(), data);
	}

	/** Judges the answer to {@link #requestOptions}: the new signature counter. */
	long signIn(Question question, Assertion assertion, Credential credential) {
		AuthenticationParameters expected = new AuthenticationParameters(server(question), record(credential), null,
				true);
		verify(() -> this.manager.verify(assertion.data(), expected));
		return present(assertion.data().getAuthenticatorData()).getSignCount();
	}

	private ServerProperty server(Question question) {
		return ServerProperty.builder()
			.originPredicate(this::isHere)
			.rpId(this.id)
			.challenge(new DefaultChallenge(question.challenge()))
			.build();
	}

	private boolean isHere(Origin origin) {
		if (LOCALHOST.equals(this.id)) {
			return this.id.equals(origin.getHost()) && this.origin.getScheme().equals(origin.getScheme());
		}
		return this.origin.equals(origin);
	}

	private CredentialRecord record(Credential credential) {
		return new CredentialRecordImpl(new NoneAttestationStatement(), true, credential.backupEligible(), null,
				credential.signCount(), this.attested.convert(credential.attested()), null, null, null, null);
	}

	private static List<PublicKeyCredentialDescriptor> descriptors(List<Credential> credentials) {
		return credentials.stream()
			.map((credential) -> new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, credential.id(),
					credential.transports()
						.stream()
						.map(AuthenticatorTransport::create)
						.collect(Collectors.toCollection(LinkedHashSet::new))))
			.toList();
	}

	private static List<String> transports(@Nullable Set<AuthenticatorTransport> told) {
		return (told == null) ? List.of()
				: told.stream().map(AuthenticatorTransport::getValue).filter(TRANSPORTS::contains).sorted().toList();
	}

	private String write(Object options) {
		return this.converter.getJsonMapper().writeValueAsString(options);
	}

	private static <T> T read(String answer, Supplier<T> reader) {
		if (answer.length() > LONGEST_ANSWER) {
			throw new PasskeyRefused(Reason.UNREADABLE);
		}
		try {
			return reader.get();
		}
		// The library stumbles over what is missing or of another type, in many ways.
		catch (RuntimeException ex) {
			throw new PasskeyRefused(Reason.UNREADABLE, ex);
		}
	}

	private static <T> T present(@Nullable T part) {
		if (part == null) {
			throw new PasskeyRefused(Reason.UNREADABLE);
		}
		return part;
	}

	private static void verify(Runnable verifier) {
		try {
			verifier.run();
		}
		catch (VerificationException ex) {
			throw new PasskeyRefused(reason(ex), ex);
		}
	}

	private static Reason reason(VerificationException problem) {
		return switch (problem) {
			case BadChallengeException challenge -> Reason.WRONG_CHALLENGE;
			case MissingChallengeException challenge -> Reason.WRONG_CHALLENGE;
			case BadOriginException site -> Reason.WRONG_SITE;
			case BadRpIdException site -> Reason.WRONG_SITE;
			case BadTopOriginException site -> Reason.WRONG_SITE;
			case CrossOriginException site -> Reason.WRONG_SITE;
			case UserNotPresentException user -> Reason.USER_NOT_VERIFIED;
			case UserNotVerifiedException user -> Reason.USER_NOT_VERIFIED;
			case NotAllowedAlgorithmException key -> Reason.WRONG_ALGORITHM;
			case BadSignatureException signature -> Reason.WRONG_SIGNATURE;
			case MaliciousCounterValueException counter -> Reason.COUNTER_NOT_HIGHER;
			default -> Reason.INCONSISTENT;
		};
	}

}
