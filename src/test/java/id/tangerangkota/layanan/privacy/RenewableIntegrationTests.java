package id.tangerangkota.layanan.privacy;

import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.vault.Cipher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@PortalTest
@Transactional
class RenewableIntegrationTests {

	@Autowired
	private DataRequests requests;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void makesWordsAnewInPortions() {
		for (int i = 0; i < 3; i++) {
			this.requests.file(new AccountId(UUID.randomUUID()), RequestKind.OTHER, MaskedText.of("kata"));
		}
		Cipher cipher = mock(Cipher.class);
		given(cipher.newest()).willReturn("v1:data-999:");
		given(cipher.open(any(), any())).willReturn("kata");
		given(cipher.seal(any(), any())).willAnswer((call) -> "v1:data-999:" + call.getArgument(0));
		RenewableRequests renewable = new RenewableRequests(cipher, this.jdbc);
		long outdated = renewable.outdated();
		assertThat(outdated).isGreaterThanOrEqualTo(3);
		assertThat(renewable.renew(2)).isEqualTo(2);
		assertThat(renewable.outdated()).isEqualTo(outdated - 2);
		assertThat(renewable.renew(1000)).isEqualTo((int) outdated - 2);
		assertThat(renewable.outdated()).isZero();
		assertThat(this.jdbc.sql("select count(*) from privacy.request where answer is not null and words is null")
			.query(Long.class)
			.single()).isZero();
	}

}
