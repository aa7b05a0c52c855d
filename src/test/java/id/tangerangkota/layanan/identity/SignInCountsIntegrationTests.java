package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.Consents.Purpose;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-ins are counted where people agreed to, and nothing says whose they were. */
@PortalTest
class SignInCountsIntegrationTests {

	private static final String PASSWORD = "kopi pagi hujan deras";

	private static final RegionCode PLACE = new RegionCode("36.71.05.1002");

	@Autowired
	private SignInCounts counts;

	@Autowired
	private DailyCounts daily;

	@Autowired
	private Registration registration;

	@Autowired
	private SignInDesk desk;

	@Autowired
	private Consents consents;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private final LocalDate today = PageClock.day(Instant.now());

	@Test
	void countsAPlaceOnlyForWhoAgreed() {
		Nik nik = Nik.parse(Niks.next());
		this.registration.register(new Registration.Application(nik, "Siti Aminah", PASSWORD, null, "203.0.113.9"));
		AccountId account = newest();
		this.jdbc.sql("update identity.account set sub_district = ? where id = ?")
			.params(PLACE.value(), account.value())
			.update();
		long total = total();
		long here = here();
		signIn(nik);
		assertThat(total()).isEqualTo(total + 1);
		assertThat(here()).as("not agreed").isEqualTo(here);
		this.consents.set(account, Purpose.DISTRICT_STATISTICS, true);
		signIn(nik);
		assertThat(total()).isEqualTo(total + 2);
		assertThat(here()).isEqualTo(here + 1);
		this.consents.set(account, Purpose.DISTRICT_STATISTICS, false);
		signIn(nik);
		assertThat(here()).as("withdrawn").isEqualTo(here + 1);
		assertThat(this.counts.since()).contains(this.today);
	}

	@Test
	void countsNothingThatIsRolledBackNorTheStaff() {
		AccountId stranger = AccountId.random();
		AccountId account = registered();
		long total = total();
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(signedIn(stranger)));
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(signedIn(account));
			status.setRollbackOnly();
		});
		assertThat(total()).isEqualTo(total);
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(signedIn(account)));
		assertThat(total()).isEqualTo(total + 1);
	}

	private static AccountAct signedIn(AccountId account) {
		return AccountAct.of(Act.SIGNED_IN, account).by(Actor.citizen(account));
	}

	private AccountId registered() {
		Nik nik = Nik.parse(Niks.next());
		this.registration.register(new Registration.Application(nik, "Budi", PASSWORD, null, "203.0.113.10"));
		return newest();
	}

	private AccountId newest() {
		return new AccountId(this.jdbc.sql("select id from identity.account order by created_at desc limit 1")
			.query(UUID.class)
			.single());
	}

	private void signIn(Nik nik) {
		assertThat(this.desk.signIn(nik, PASSWORD, new SignInAttempt("203.0.113.9", null, "Uji")).signIn()).isNotNull();
	}

	/** Twelve sign-ins of one are one person, and nothing is left of who it was. */
	@Test
	void onePersonIsOneInAQuarterAndForgottenAfterIt() {
		AccountId account = registered();
		this.jdbc.sql("update identity.account set sub_district = ? where id = ?")
			.params(PLACE.value(), account.value())
			.update();
		Count before = counted().total();
		Count here = counted().places().getOrDefault(PLACE, Count.NONE);
		signIn(account);
		this.consents.set(account, Purpose.DISTRICT_STATISTICS, true);
		for (int i = 0; i < 11; i++) {
			signIn(account);
		}
		assertThat(counted().total()).isEqualTo(before.plus(new Count(12, 1)));
		assertThat(counted().places()).as("where they agreed to be counted")
			.containsEntry(PLACE, here.plus(new Count(11, 1)));
		PlaceCounts counted = counted();
		this.jdbc.sql("update identity.sign_in_person set quarter = quarter - 36500").update();
		this.counts.forget();
		assertThat(this.jdbc.sql("select count(*) from identity.sign_in_person").query(Long.class).single()).isZero();
		this.jdbc.sql("update identity.sign_in_quarter set quarter = quarter + 36500 where quarter < '2000-01-01'")
			.update();
		assertThat(counted()).as("their number is left").isEqualTo(counted);
	}

	private void signIn(AccountId account) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(signedIn(account)));
	}

	private long total() {
		return counted().total().times();
	}

	private long here() {
		return counted().places().getOrDefault(PLACE, Count.NONE).times();
	}

	private PlaceCounts counted() {
		this.daily.write();
		return this.counts.ofQuarter(this.today.with(IsoFields.DAY_OF_QUARTER, 1));
	}

}
