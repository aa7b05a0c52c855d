package id.tangerangkota.layanan.apikey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.apikey.ApiClientDetail.Secret;
import id.tangerangkota.layanan.apikey.ApiClientDetail.UseDay;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Signer;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Keys are issued, used, counted, replaced and taken away. */
@PortalTest
class ApiKeysIntegrationTests {

	private static final AtomicInteger NETWORKS = new AtomicInteger();

	@Autowired
	private ApiKeyDesk desk;

	@Autowired
	private ApiKeys keys;

	@Autowired
	private SpentKeys spent;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Signer signer;

	@Autowired
	private Throttle throttle;

	@Autowired
	private Clock clock;

	/** Each test comes from a network of its own. */
	private final String address = "198.18." + NETWORKS.incrementAndGet() + ".7";

	private static ApiClientTerms terms(int perMinute, @Nullable LocalDate lastDay) {
		return new ApiClientTerms("Aplikasi kampus", "Rina Wulandari, rina@kampus.example", "Meneruskan laporan",
				Set.of(ApiScope.OPEN311_SUBMIT), perMinute, lastDay);
	}

	private IssuedKey issue() {
		return this.desk.issue(terms(60, null));
	}

	private ApiClient use(String key) {
		return this.keys.use(key, ApiScope.OPEN311_SUBMIT, this.address);
	}

	private void assertRefused(String key) {
		assertThatExceptionOfType(RefusedKey.class).isThrownBy(() -> use(key));
	}

	private ApiKeys at(Instant time) {
		return new ApiKeys(this.jdbc, this.signer, this.throttle, new SimpleMeterRegistry(),
				Clock.fixed(time, ZoneOffset.UTC));
	}

	@Test
	void letsInWhoeverShowsAKey() {
		IssuedKey key = issue();
		assertThat(use(key.text())).isEqualTo(new ApiClient(key.client(), "Aplikasi kampus"));
		assertThat(this.desk.find(key.client())).get()
			.extracting(ApiClientDetail::contact, ApiClientDetail::state)
			.containsExactly("Rina Wulandari, rina@kampus.example", ClientState.ACTIVE);
	}

	@Test
	void storesNeitherKeyNorContactInClear() {
		IssuedKey key = issue();
		use(key.text());
		String secret = key.text().substring(key.text().lastIndexOf('-') + 1);
		assertThat(DatabaseText.find(this.jdbc, secret)).isEmpty();
		assertThat(DatabaseText.find(this.jdbc, "Rina Wulandari")).isEmpty();
		assertThat(key.toString()).doesNotContain(secret);
	}

	@Test
	void refusesWhatIsAlmostAKey() {
		String text = issue().text();
		char last = text.charAt(text.length() - 1);
		assertRefused("");
		assertRefused("xyz");
		assertRefused(text.substring(0, text.length() - 1) + ((last == '2') ? '3' : '2'));
		assertRefused(KeyText.random(new SecureRandom()).value());
		assertRefused(text + " ");
		IssuedKey other = issue();
		assertRefused(other.text().substring(0, 13) + text.substring(13));
	}

	@Test
	void endsAllKeysWhenTheyAreRevoked() {
		IssuedKey first = issue();
		IssuedKey second = this.desk.rotate(first.client(), Duration.ofDays(7));
		this.desk.revoke(first.client());
		assertRefused(first.text());
		assertRefused(second.text());
		assertThat(this.desk.find(first.client())).get()
			.extracting(ApiClientDetail::state)
			.isEqualTo(ClientState.REVOKED);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.revoke(first.client()));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.desk.rotate(first.client(), Duration.ofDays(7)));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.change(first.client(), terms(5, null)));
	}

	@Test
	void letsTheOldKeyWorkForAWhileBesideTheNewOne() {
		IssuedKey old = issue();
		IssuedKey fresh = this.desk.rotate(old.client(), Duration.ofDays(7));
		assertThat(use(old.text())).isEqualTo(use(fresh.text()));
		Instant later = this.clock.instant().plus(Duration.ofDays(7));
		assertThatExceptionOfType(RefusedKey.class)
			.isThrownBy(() -> at(later).use(old.text(), ApiScope.OPEN311_SUBMIT, this.address));
		assertThat(at(later).use(fresh.text(), ApiScope.OPEN311_SUBMIT, this.address).id()).isEqualTo(old.client());
	}

	@Test
	void voidsALeakedKeyAtOnceAndNeverProlongsOne() {
		IssuedKey leaked = issue();
		IssuedKey fresh = this.desk.rotate(leaked.client(), Duration.ZERO);
		assertRefused(leaked.text());
		this.desk.rotate(leaked.client(), Duration.ofDays(30));
		assertRefused(leaked.text());
		use(fresh.text());
		assertThat(this.desk.find(leaked.client()).orElseThrow().secrets()).hasSize(3)
			.extracting(Secret::validUntil)
			.first()
			.isNull();
	}

	@Test
	void worksUntilTheEndOfTheLastDayInTheCity() {
		LocalDate lastDay = PageClock.day(this.clock.instant()).plusDays(3);
		IssuedKey key = this.desk.issue(terms(60, lastDay));
		Instant midnight = PageClock.start(lastDay.plusDays(1));
		assertThat(at(midnight.minusSeconds(1)).use(key.text(), ApiScope.OPEN311_SUBMIT, this.address)).isNotNull();
		assertThatExceptionOfType(RefusedKey.class)
			.isThrownBy(() -> at(midnight).use(key.text(), ApiScope.OPEN311_SUBMIT, this.address));
		this.desk.change(key.client(), terms(60, null));
		assertThat(at(midnight).use(key.text(), ApiScope.OPEN311_SUBMIT, this.address)).isNotNull();
	}

	@Test
	void isForWhatItWasIssuedForOnly() {
		IssuedKey key = issue();
		this.jdbc.sql("update apikey.client set scopes = array['SOMETHING_ELSE'] where id = ?")
			.param(key.client().value())
			.update();
		assertRefused(key.text());
	}

	@Test
	void letsEachProgramHaveItsOwnRate() {
		IssuedKey slow = this.desk.issue(terms(2, null));
		use(slow.text());
		use(slow.text());
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> use(slow.text()))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(1),
					Duration.ofSeconds(30)));
		use(issue().text());
	}

	@Test
	void holdsGuessingBackWithoutKeepingNeighboursOut() {
		IssuedKey key = issue();
		for (int i = 0; i < 30; i++) {
			assertRefused(KeyText.random(new SecureRandom()).value());
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> use("xyz"));
		use(key.text());
	}

	@Test
	void countsUsesByTheDayInTheCity() {
		IssuedKey key = issue();
		LocalDate today = PageClock.day(this.clock.instant());
		use(key.text());
		use(key.text());
		Instant tomorrow = PageClock.start(today.plusDays(1));
		at(tomorrow).use(key.text(), ApiScope.OPEN311_SUBMIT, this.address);
		assertRefused(key.text().replace('-', '_'));
		assertThat(this.desk.find(key.client()).orElseThrow().days()).containsExactly(new UseDay(today.plusDays(1), 1),
				new UseDay(today, 2));
		assertThat(this.desk.list()).filteredOn((client) -> client.id().equals(key.client()))
			.singleElement()
			.satisfies((client) -> {
				assertThat(client.uses()).isEqualTo(3);
				assertThat(client.lastUsed()).isEqualTo(today.plusDays(1));
				assertThat(client.prefixes()).containsExactly(key.text().substring(4, 12));
			});
	}

	@Test
	void recordsWhoDecidedWhat() {
		Actor administrator = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);
		IssuedKey key;
		try (Acting acting = Acting.as(administrator)) {
			key = issue();
			this.desk.change(key.client(), terms(30, null));
			this.desk.rotate(key.client(), Duration.ofDays(7));
			this.desk.revoke(key.client());
		}
		List<String> actions = this.jdbc
			.sql("""
					select action from audit.entry where subject_kind = 'api-client' and subject_id = ? and actor_account = ?
					order by at, seq""")
			.param(key.client().toString())
			.param(administrator.requireAccount().value())
			.query(String.class)
			.list();
		assertThat(actions).containsExactly("apikey.issued", "apikey.changed", "apikey.rotated", "apikey.revoked");
		assertThat(DatabaseText.find(this.jdbc, key.text())).isEmpty();
	}

	@Test
	void forgetsWhomToAskAYearAfterTheEnd() {
		IssuedKey ended = issue();
		IssuedKey alive = issue();
		this.desk.revoke(ended.client());
		this.spent.purge();
		assertThat(contact(ended)).isNotNull();
		this.jdbc.sql("update apikey.client set revoked_at = revoked_at - interval '370 days' where id = ?")
			.param(ended.client().value())
			.update();
		this.jdbc.sql("insert into apikey.use_day values (?, current_date - 800, 5), (?, current_date - 700, 5)")
			.params(alive.client().value(), alive.client().value())
			.update();
		this.spent.purge();
		assertThat(contact(ended)).isNull();
		assertThat(contact(alive)).isNotNull();
		assertThat(this.jdbc.sql("select count(*) from apikey.use_day where client_id = ?")
			.param(alive.client().value())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	private @Nullable String contact(IssuedKey key) {
		return this.desk.find(key.client()).orElseThrow().contact();
	}

	@Test
	@Transactional
	void makesContactsAnewWithTheNewestKey() {
		for (int i = 0; i < 3; i++) {
			issue();
		}
		Cipher cipher = mock(Cipher.class);
		given(cipher.newest()).willReturn("v1:data-999:");
		given(cipher.open(any(), any())).willReturn("kata");
		given(cipher.seal(any(), any())).willAnswer((call) -> "v1:data-999:" + call.getArgument(0));
		ContactSeal renewable = new ContactSeal(cipher, this.jdbc);
		long outdated = renewable.outdated();
		assertThat(outdated).isGreaterThanOrEqualTo(3);
		assertThat(renewable.renew(2)).isEqualTo(2);
		assertThat(renewable.outdated()).isEqualTo(outdated - 2);
		assertThat(renewable.renew(1000)).isEqualTo((int) outdated - 2);
		assertThat(renewable.outdated()).isZero();
	}

	@Test
	void takesNoTermsThatMakeNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> terms(0, null));
		assertThatIllegalArgumentException().isThrownBy(() -> terms(6001, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ApiClientTerms(" ", "x", "x", Set.of(ApiScope.OPEN311_SUBMIT), 1, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new ApiClientTerms("x", "x", "x", Set.of(), 1, null));
	}

}
