package id.tangerangkota.layanan.identity.passkey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;
import id.tangerangkota.layanan.web.Links;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

class RelyingPartyTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String HOME = "http://localhost:8080";

	private static final String CITY = "https://layanan.tangerangkota.go.id";

	private static final AccountId ACCOUNT = new AccountId(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));

	private static final Instant NOW = Instant.parse("2026-11-23T03:42:00Z");

	private final RelyingParty portal = at(HOME);

	private static RelyingParty at(String url) {
		return new RelyingParty(new Links(URI.create(url)));
	}

	/** What the browser is asked, and what it has to answer. */
	private record Asked(Question question, Ceremony ceremony) {

		static Asked toRegister(RelyingParty portal) {
			Question question = Question.ask(NOW);
			return new Asked(question,
					new Ceremony(portal.creationOptions(ACCOUNT, "budi", "Budi", question, List.of()), ""));
		}

		static Asked toSignIn(RelyingParty portal) {
			Question question = Question.ask(NOW);
			return new Asked(question, new Ceremony(portal.requestOptions(question, List.of()), ""));
		}

	}

	private Credential register(SoftwareAuthenticator phone) {
		Asked asked = Asked.toRegister(this.portal);
		return this.portal.register(asked.question(), phone.create(asked.ceremony()));
	}

	private long signIn(SoftwareAuthenticator phone, Credential credential) {
		Asked asked = Asked.toSignIn(this.portal);
		return this.portal.signIn(asked.question(), this.portal.readAssertion(phone.get(asked.ceremony())), credential);
	}

	private static void assertRefused(Reason reason, ThrowingCallable attempt) {
		assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(attempt)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	@Test
	void asksForAPasskeyOfThisAccountOnADeviceWithoutOne() {
		Credential existing = register(SoftwareAuthenticator.atHome());
		Question question = Question.ask(NOW);
		JsonNode options = JSON
			.readTree(this.portal.creationOptions(ACCOUNT, "Akun 1234", "Budi", question, List.of(existing)));
		assertThat(options).isEqualTo(JSON.readTree(
				"""
						{
							"rp": { "id": "localhost", "name": "Layanan Kota Tangerang" },
							"user": { "id": "ABEiM0RVZneImaq7zN3u_w", "name": "Akun 1234", "displayName": "Budi" },
							"challenge": "%s",
							"pubKeyCredParams": [
								{ "type": "public-key", "alg": -7 },
								{ "type": "public-key", "alg": -8 },
								{ "type": "public-key", "alg": -257 }
							],
							"timeout": 300000,
							"excludeCredentials": [
								{ "type": "public-key", "id": "%s", "transports": ["hybrid", "internal"] }
							],
							"authenticatorSelection": { "requireResidentKey": false, "residentKey": "preferred", "userVerification": "required" },
							"attestation": "none"
						}"""
					.formatted(SoftwareAuthenticator.text(question.challenge()),
							SoftwareAuthenticator.text(existing.id()))));
	}

	@Test
	void asksToSignIn() {
		Credential existing = register(SoftwareAuthenticator.atHome());
		Question question = Question.ask(NOW);
		JsonNode options = JSON.readTree(this.portal.requestOptions(question, List.of(existing)));
		assertThat(options).isEqualTo(JSON.readTree("""
				{
					"challenge": "%s",
					"timeout": 300000,
					"rpId": "localhost",
					"allowCredentials": [
						{ "type": "public-key", "id": "%s", "transports": ["hybrid", "internal"] }
					],
					"userVerification": "required"
				}""".formatted(SoftwareAuthenticator.text(question.challenge()),
				SoftwareAuthenticator.text(existing.id()))));
		assertThat(JSON.readTree(this.portal.requestOptions(question, List.of())).get("allowCredentials")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "ES384")
	void acceptsTheKeysItAskedFor(KeyKind kind) {
		SoftwareAuthenticator phone = new SoftwareAuthenticator(kind, HOME, "localhost");
		Credential credential = register(phone);
		assertThat(credential.id()).isEqualTo(phone.credentialId);
		assertThat(credential.transports()).containsExactly("hybrid", "internal");
		assertThat(signIn(phone, credential)).isEqualTo(1);
	}

	@Test
	void refusesKeysItDidNotAskFor() {
		assertRefused(Reason.WRONG_ALGORITHM,
				() -> register(new SoftwareAuthenticator(KeyKind.ES384, HOME, "localhost")));
	}

	static Stream<Arguments> faults() {
		return Stream.of(
				fault("another challenge", Reason.WRONG_CHALLENGE,
						(phone) -> phone.challenge = SoftwareAuthenticator.text(new byte[32])),
				fault("no challenge", Reason.WRONG_CHALLENGE, (phone) -> phone.challenge = ""),
				fault("another site", Reason.WRONG_SITE, (phone) -> phone.origin = "http://localh0st:8080"),
				fault("an app", Reason.WRONG_SITE, (phone) -> phone.origin = "android:apk-key-hash:AAAA"),
				fault("another relying party", Reason.WRONG_SITE, (phone) -> phone.rpId = "localh0st"),
				fault("a frame of another site", Reason.WRONG_SITE, (phone) -> phone.crossOrigin = true),
				fault("nobody there", Reason.USER_NOT_VERIFIED, (phone) -> phone.userPresent = false),
				fault("nobody checked", Reason.USER_NOT_VERIFIED, (phone) -> phone.userVerified = false),
				fault("a copy of what cannot be copied", Reason.INCONSISTENT, (phone) -> phone.backedUp = true),
				fault("an answer to something else", Reason.INCONSISTENT, (phone) -> phone.type = "payment.get"));
	}

	private static Arguments fault(String name, Reason reason, Consumer<SoftwareAuthenticator> fault) {
		return Arguments.of(named(name, fault), reason);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("faults")
	void refusesToRegister(Consumer<SoftwareAuthenticator> fault, Reason reason) {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		fault.accept(phone);
		assertRefused(reason, () -> register(phone));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("faults")
	void refusesToSignIn(Consumer<SoftwareAuthenticator> fault, Reason reason) {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Credential credential = register(phone);
		assertThat(signIn(phone, credential)).isEqualTo(1);
		fault.accept(phone);
		assertRefused(reason, () -> signIn(phone, credential));
	}

	@Test
	void refusesTheSignatureOfAnotherKey() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Credential credential = register(phone);
		phone.forgeKey();
		assertRefused(Reason.WRONG_SIGNATURE, () -> signIn(phone, credential));
	}

	@Test
	void refusesAPasskeyThatCanSuddenlyBeCopied() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Credential credential = register(phone);
		phone.backupEligible = true;
		assertRefused(Reason.INCONSISTENT, () -> signIn(phone, credential));
	}

	@Test
	void acceptsAPasskeyThatIsCopiedLater() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		phone.backupEligible = true;
		Credential credential = register(phone);
		assertThat(credential.backupEligible()).isTrue();
		phone.backedUp = true;
		assertThat(signIn(phone, credential)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "5, 1, true", "5, 0, false", "5, -1, false", "5, -5, false", "0, 0, true", "0, 1, true" })
	void wantsACounterThatGoesUpOrNone(long before, int step, boolean fine) {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		phone.signCount = before;
		phone.step = step;
		Credential credential = register(phone);
		if (fine) {
			assertThat(signIn(phone, credential)).isEqualTo(before + step);
		}
		else {
			assertRefused(Reason.COUNTER_NOT_HIGHER, () -> signIn(phone, credential));
		}
	}

	@Test
	void readsTheCounterUpToItsEnd() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		phone.signCount = 0xffff_fffeL;
		assertThat(signIn(phone, register(phone))).isEqualTo(0xffff_ffffL);
	}

	@ParameterizedTest
	@CsvSource({ CITY + "," + CITY + ", true", CITY + "/," + CITY + ", true", CITY + ":443," + CITY + ", true",
			"https://Layanan.TangerangKota.go.id," + CITY + ", true", CITY + "," + CITY + ":8443, false",
			CITY + ", http://layanan.tangerangkota.go.id, false", CITY + ", https://tangerangkota.go.id, false",
			CITY + ", https://a.layanan.tangerangkota.go.id, false", CITY + "," + CITY + ".example, false",
			CITY + ", https://example.org/layanan.tangerangkota.go.id, false", CITY + ", null, false",
			CITY + ", https://user@layanan.tangerangkota.go.id@example.org, false",
			"https://coba.example:8443, https://coba.example:8443, true",
			"https://coba.example:8443, https://coba.example, false", HOME + ", http://localhost:51234, true",
			HOME + ", http://localhost, true", HOME + ", https://localhost:8080, false",
			HOME + ", http://127.0.0.1:8080, false", HOME + ", http://localhost.example:8080, false",
			HOME + ", http://a.localhost:8080, false", "http://127.0.0.1:8080, http://127.0.0.1:9999, false" })
	void knowsItsOwnAddress(String publicUrl, String origin, boolean own) {
		RelyingParty there = at(publicUrl);
		Asked asked = Asked.toRegister(there);
		String rpId = JSON.readTree(asked.ceremony().optionsJson()).get("rp").get("id").asString();
		String answer = new SoftwareAuthenticator(KeyKind.ES256, origin, rpId).create(asked.ceremony());
		if (own) {
			assertThat(there.register(asked.question(), answer)).isNotNull();
		}
		else {
			assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(() -> there.register(asked.question(), answer))
				.satisfies((refusal) -> assertThat(refusal.reason()).isIn(Reason.WRONG_SITE, Reason.UNREADABLE));
		}
	}

	@Test
	void doesNotTakeOneAnswerForTheOther() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Credential credential = register(phone);
		Asked registration = Asked.toRegister(this.portal);
		Asked signIn = Asked.toSignIn(this.portal);
		assertRefused(Reason.UNREADABLE, () -> this.portal.register(signIn.question(), phone.get(signIn.ceremony())));
		assertRefused(Reason.UNREADABLE, () -> this.portal.signIn(registration.question(),
				this.portal.readAssertion(phone.create(registration.ceremony())), credential));
	}

	static Stream<String> garbage() {
		return Stream.of("", " ", "null", "true", "[]", "{}", "\"\"", "{\"id\":",
				"{\"id\":1,\"rawId\":2,\"response\":3}", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}",
				"{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
				"{\"id\":\"!\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"!\"}}",
				"{\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\","
						+ "\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
				"[".repeat(30_000), "{\"a\":".repeat(5_000), "9".repeat(30_000), "\u0000\uD800",
				"x".repeat(32 * 1024 + 1), "a".repeat(5_000_000));
	}

	@ParameterizedTest
	@MethodSource("garbage")
	void refusesGarbage(String garbage) {
		Question question = Question.ask(NOW);
		Credential credential = register(SoftwareAuthenticator.atHome());
		assertRefused(Reason.UNREADABLE, () -> this.portal.register(question, garbage));
		assertRefused(Reason.UNREADABLE,
				() -> this.portal.signIn(question, this.portal.readAssertion(garbage), credential));
	}

	@Test
	void refusesHonestAnswersThatAreTooLong() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Asked asked = Asked.toRegister(this.portal);
		String answer = phone.create(asked.ceremony());
		String longest = answer + " ".repeat(32 * 1024 - answer.length());
		assertThat(this.portal.register(asked.question(), longest)).isNotNull();
		assertRefused(Reason.UNREADABLE, () -> this.portal.register(asked.question(), longest + " "));
	}

	@Test
	void keepsOnlyWaysToAnAuthenticatorThatExist() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		phone.transports = new ArrayList<>(List.of("usb", "<b>", "", "usb", "internal"));
		assertThat(register(phone).transports()).containsExactly("internal", "usb");
		phone.transports = List.of();
		assertThat(register(phone).transports()).isEmpty();
	}

	@Test
	void takesIdsOfAnyLengthThatIsAllowed() {
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		phone.credentialId = new byte[1023];
		assertThat(register(phone).id()).hasSize(1023);
		phone.credentialId = new byte[1024];
		assertRefused(Reason.INCONSISTENT, () -> register(phone));
	}

	/** One changed bit in what was signed, or in the signature: never signed in. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "ES384")
	void seesEveryChange(KeyKind kind) {
		Random random = new Random(20261123);
		SoftwareAuthenticator phone = new SoftwareAuthenticator(kind, HOME, "localhost");
		Credential credential = register(phone);
		Asked asked = Asked.toSignIn(this.portal);
		String answer = phone.get(asked.ceremony());
		for (int i = 0; i < 150; i++) {
			ObjectNode changed = (ObjectNode) JSON.readTree(answer);
			ObjectNode response = (ObjectNode) changed.get("response");
			String part = List.of("clientDataJSON", "authenticatorData", "signature").get(i % 3);
			byte[] bytes = SoftwareAuthenticator.bytes(response.get(part).asString());
			bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
			response.put(part, SoftwareAuthenticator.text(bytes));
			assertThatExceptionOfType(PasskeyRefused.class).as(() -> part + " " + response)
				.isThrownBy(() -> this.portal.signIn(asked.question(), this.portal.readAssertion(changed.toString()),
						credential));
		}
	}

	/** Nothing a client sends ends in another failure than a refusal. */
	@Test
	void survivesDamagedAnswers() {
		Random random = new Random(20261123);
		SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();
		Asked registration = Asked.toRegister(this.portal);
		String made = phone.create(registration.ceremony());
		Credential credential = this.portal.register(registration.question(), made);
		Asked signIn = Asked.toSignIn(this.portal);
		String used = phone.get(signIn.ceremony());
		int refused = 0;
		for (int i = 0; i < 3000; i++) {
			String damagedMade = damaged(made, random);
			String damagedUsed = damaged(used, random);
			refused += isRefused(() -> this.portal.register(registration.question(), damagedMade)) ? 1 : 0;
			refused += isRefused(
					() -> this.portal.signIn(signIn.question(), this.portal.readAssertion(damagedUsed), credential)) ? 1
							: 0;
		}
		assertThat(refused).isGreaterThan(3000);
	}

	private static boolean isRefused(Runnable attempt) {
		try {
			attempt.run();
			return false;
		}
		catch (PasskeyRefused ex) {
			return true;
		}
	}

	/** Changes text, or bytes within it, or leaves something out or doubles it. */
	private static String damaged(String answer, Random random) {
		if (random.nextInt(3) > 0) {
			ObjectNode node = (ObjectNode) JSON.readTree(answer);
			ObjectNode target = (ObjectNode) (random.nextInt(4) > 0 ? node.get("response") : node);
			List<String> names = new ArrayList<>(target.propertyNames());
			String name = names.get(random.nextInt(names.size()));
			switch (random.nextInt(5)) {
				case 0 -> target.remove(name);
				case 1 -> target.putNull(name);
				case 2 -> target.put(name, random.nextInt());
				default -> {
					if (target.get(name).isString() && !name.equals("type")
							&& !name.equals("authenticatorAttachment")) {
						byte[] bytes = SoftwareAuthenticator.bytes(target.get(name).asString());
						target.put(name, SoftwareAuthenticator.text(damaged(bytes, random)));
					}
				}
			}
			return node.toString();
		}
		return new String(damaged(answer.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);
	}

	private static byte[] damaged(byte[] bytes, Random random) {
		byte[] result = bytes.clone();
		int changes = 1 + random.nextInt(4);
		for (int i = 0; i < changes && result.length > 0; i++) {
			int place = random.nextInt(result.length);
			switch (random.nextInt(3)) {
				case 0 -> result[place] = (byte) random.nextInt();
				case 1 -> result[place] ^= (byte) (1 << random.nextInt(8));
				default -> result = Arrays.copyOf(result, place);
			}
		}
		return result;
	}

}
