package id.tangerangkota.layanan.privacy.breach;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.vault.Cipher;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@PortalTest
@Transactional
class BreachRegisterIntegrationTests {

	private static final BreachFacts FACTS = new BreachFacts("Surel terkirim ke alamat lain", "Nama dan surel",
			"23 November 2026", "Salah lampiran", "", "Surel ditarik", "", "");

	private final Instant noticed = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MILLIS);

	@Autowired
	private BreachRegister breaches;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void actAsAdministrator() {
		SecurityContextHolder.getContext()
			.setAuthentication(
					People.authentication(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null)));
	}

	@AfterEach
	void leave() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void keepsWordsToItself() {
		BreachId id = this.breaches.record(this.noticed, 1200, FACTS);
		assertThat(DatabaseText.find(this.jdbc, "Salah lampiran")).isEmpty();
		BreachDetail breach = this.breaches.find(id).orElseThrow();
		assertThat(breach.facts()).isEqualTo(FACTS);
		assertThat(breach.people()).isEqualTo(1200);
		assertThat(breach.summary().noticedAt()).isEqualTo(this.noticed);
		assertThat(breach.summary().dueAt()).isEqualTo(this.noticed.plus(Duration.ofHours(72)));
	}

	@Test
	void goesFromNoticingToTheEnd() {
		BreachId id = this.breaches.record(this.noticed, null, FACTS);
		this.breaches.notify(id, Recipient.AGENCY, this.noticed.plusSeconds(60), MaskedText.of("Surat 1/2026"));
		assertThatExceptionOfType(IllegalBreachChange.class)
			.isThrownBy(() -> this.breaches.close(id, MaskedText.of("Selesai")));
		this.breaches.notify(id, Recipient.PEOPLE, this.noticed.plusSeconds(120), MaskedText.of("1.200 surel"));
		this.breaches.close(id, MaskedText.of("Lampiran kini diperiksa dua orang."));
		BreachDetail breach = this.breaches.find(id).orElseThrow();
		assertThat(breach.summary().state()).isEqualTo(BreachState.CLOSED);
		assertThat(breach.notices()).extracting(BreachDetail.Notice::recipients)
			.containsExactly("Surat 1/2026", "1.200 surel");
		assertThat(breach.closing()).isEqualTo("Lampiran kini diperiksa dua orang.");
	}

	@Test
	void refusesTheFuture() {
		Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.breaches.record(tomorrow, null, FACTS));
		BreachId id = this.breaches.record(this.noticed, null, FACTS);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.breaches.notify(id, Recipient.PUBLIC, tomorrow, MaskedText.of("x")));
	}

	@Test
	void countsWhatIsLate() {
		long before = this.breaches.overdue();
		Instant old = Instant.now().minus(Duration.ofHours(73));
		BreachId late = this.breaches.record(old, null, FACTS);
		this.breaches.record(this.noticed, null, FACTS);
		assertThat(this.breaches.overdue()).isEqualTo(before + 1);
		assertThat(this.breaches.list(1, 50).items().getFirst().id()).isEqualTo(late);
		this.breaches.dismiss(late, MaskedText.of("Tidak ada data pribadi."));
		assertThat(this.breaches.overdue()).isEqualTo(before);
	}

	@Test
	void isMeasured() {
		for (String name : new String[] { "layanan.privacy.requests.open", "layanan.privacy.requests.overdue",
				"layanan.privacy.breaches.overdue" }) {
			assertThat(this.meters.get(name).gauge().value()).as(name).isNotNegative();
		}
	}

	@Test
	void makesWordsAnew() {
		BreachId id = this.breaches.record(this.noticed, null, FACTS);
		this.breaches.notify(id, Recipient.AGENCY, this.noticed, MaskedText.of("Surat"));
		this.breaches.dismiss(id, MaskedText.of("Keliru"));
		Cipher cipher = mock(Cipher.class);
		given(cipher.newest()).willReturn("v1:data-999:");
		given(cipher.open(any(), any())).willReturn("{\"title\":\"a\",\"data\":\"\",\"time\":\"\",\"course\":\"\","
				+ "\"systems\":\"\",\"handling\":\"\",\"advice\":\"\",\"contact\":\"\"}");
		given(cipher.seal(any(), any())).willAnswer((call) -> "v1:data-999:" + call.getArgument(0));
		BreachSeal seal = new BreachSeal(cipher);
		RenewableBreaches breaches = new RenewableBreaches(seal, this.jdbc);
		RenewableNotices notices = new RenewableNotices(this.jdbc, cipher);
		assertThat(breaches.outdated()).isPositive();
		assertThat(notices.outdated()).isPositive();
		assertThat(breaches.renew(1000)).isPositive();
		assertThat(notices.renew(1000)).isPositive();
		assertThat(breaches.outdated()).isZero();
		assertThat(notices.outdated()).isZero();
		assertThat(breaches.renew(1000)).isZero();
	}

}
