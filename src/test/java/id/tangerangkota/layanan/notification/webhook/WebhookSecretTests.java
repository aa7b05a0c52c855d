package id.tangerangkota.layanan.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookSecretTests {

	/** The example of the specification's own libraries; openssl computes the same. */
	@Test
	void signsAsTheSpecificationSays() {
		WebhookSecret secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
		assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
				"{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void makesSecretsNobodyGuesses() {
		String secret = WebhookSecret.random().value();
		assertThat(secret).startsWith("whsec_").isNotEqualTo(WebhookSecret.random().value());
		assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
	}

	@Test
	void keepsItselfToItself() {
		WebhookSecret secret = WebhookSecret.random();
		assertThat(secret.toString()).doesNotContain(secret.value().substring(6));
		assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret("geheim"));
	}

	@ParameterizedTest
	@CsvSource({ "https://sistem.contoh.id/kabar, false, true", "https://sistem.contoh.id:8443/a?b=c, false, true",
			"http://sistem.contoh.id/, false, false", "http://10.20.0.1/kabar, true, true",
			"https://siti:rahasia@contoh.id/, true, false", "https://contoh.id/#x, true, false",
			"ftp://contoh.id/, true, false", "file:///etc/passwd, true, false", "kabar, true, false", "'', true, false",
			"https://contoh.id/a b, true, false", "https:///kabar, true, false" })
	void takesAddressesThatCanBeCalled(String typed, boolean plain, boolean taken) {
		assertThat(WebhookUrl.parse(typed, plain).isPresent()).isEqualTo(taken);
	}

}
