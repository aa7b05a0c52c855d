package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@PortalTest
@RecordApplicationEvents
class DefaultChecksIntegrationTests {

	private static final String CITED = "disdukcapil";

	@Autowired
	private CheckChanges changes;

	@Autowired
	private DefaultChecks defaults;

	@Autowired
	private CheckRows rows;

	@Autowired
	private CheckRules rules;

	@Autowired
	private Exploring exploring;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	/** Of 206 listings 17 apps have no known address. */
	@Test
	void giveEveryListingWithAnAddressItsCheck() {
		this.defaults.keep();
		assertThat(this.jdbc.sql("""
				select mode || ' ' || platform as what, count(*) as checks from availability.check_definition
				where source_target is not null group by 1 order by 1""").query().listOfRows())
			.isEqualTo(List.of(Map.of("what", "CITED ANDROID", "checks", 1L),
					Map.of("what", "CITED WEB", "checks", 56L), Map.of("what", "EXPLORED WEB", "checks", 132L)));
		assertThat(this.rows.all()).filteredOn((check) -> check.spec().mode() == CheckMode.CITED)
			.allSatisfy((check) -> assertThat(check.counts(false)).isTrue())
			.hasSize(57);
	}

	@Test
	@Transactional
	void askOnceAMinuteUnlessTheSettingSaysOtherwise(@Autowired ListingDirectory listings) {
		CheckDetail check = of(CITED);
		HttpTarget target = HttpTarget.get(check.spec().address()).within(Duration.ofSeconds(5), Duration.ofSeconds(3));
		assertThat(check.spec()).isEqualTo(new CheckSpec(target, Duration.ofSeconds(60), 3, 2, 3, CheckMode.CITED));
		this.jdbc.sql("delete from availability.check_definition where id = ?").param(check.id()).update();
		new DefaultChecks(this.jdbc, listings, this.rows, this.changes, this.exploring,
				new DefaultCheckSettings(Duration.ofMinutes(5)))
			.keep(check.service());
		assertThat(of(CITED).spec()).isEqualTo(new CheckSpec(target, Duration.ofMinutes(5), 3, 2, 3, CheckMode.CITED));
	}

	@Test
	void takeNoIntervalThatLeavesNoTimeToLookAgain() {
		assertThat(new Binder(new MapConfigurationPropertySource()).bindOrCreate("layanan.availability",
				DefaultCheckSettings.class))
			.isEqualTo(new DefaultCheckSettings(Duration.ofSeconds(60)));
		for (String interval : List.of("19s", "25h", "60500ms")) {
			assertThatIllegalArgumentException().as(interval)
				.isThrownBy(() -> new DefaultCheckSettings(DurationStyle.detectAndParse(interval)))
				.withMessageContaining("layanan.availability.interval");
		}
	}

	@Test
	void changeNothingWhenNothingChanged() {
		this.defaults.keep();
		long before = this.rows.version();
		this.defaults.keep();
		assertThat(this.rows.version()).isEqualTo(before);
	}

	@Test
	@Transactional
	void followTheCatalogue() {
		CheckDetail check = of(CITED);
		catalogSays("address = 'https://baru.tangerangkota.go.id/'", check.service());
		assertThat(of(CITED).spec().target().host().name()).isEqualTo("baru.tangerangkota.go.id");
		assertThat(of(CITED).edited()).isFalse();
		catalogSays("verification = 'VERIFIED', verified_on = date '2026-11-26', verified_by = 'Diskominfo'",
				check.service());
		assertThat(of(CITED).spec().mode()).isEqualTo(CheckMode.COUNTED);
		assertThat(this.rules.ofService(check.service())).singleElement().satisfies((rule) -> {
			assertThat(rule.host()).isEqualTo("baru.tangerangkota.go.id");
			assertThat(rule.zone()).isEqualTo("tangerangkota.go.id");
		});
		assertThat(this.events.stream(CheckStarted.class)).isEmpty();
	}

	@Test
	@Transactional
	void areSilentWhileChecksAreOff() {
		CheckDetail check = of(CITED);
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where slug = ?").param(CITED).update();
		this.defaults.keep(check.service());
		assertThat(this.events.stream(CheckStopped.class)).isEmpty();
	}

	@Test
	@Transactional
	void tellThatChecksWereSwitchedOff() {
		this.changes.followSwitch();
		assertThat(this.events.stream(CheckStopped.class)).isEmpty();
		switchOn();
		this.changes.followSwitch();
		assertThat(this.events.stream(CheckStopped.class)).hasSizeGreaterThan(10)
			.extracting(CheckStopped::check)
			.contains(of(CITED).id());
	}

	@Test
	@Transactional
	void goOnWhereAnotherNodeChecks() {
		switchOn();
		this.jdbc.sql("insert into availability.worker (name, seen_at) values ('other', clock_timestamp())").update();
		this.changes.followSwitch();
		assertThat(this.events.stream(CheckStopped.class)).isEmpty();
	}

	/** A portal that was killed while it checked, and started again with checks off. */
	@Test
	@Transactional
	void endOnceADeadNodesTimeHasRunOut(@Autowired @Qualifier("availabilitySwitch") RecurringTask<Void> following) {
		switchOn();
		this.jdbc.sql("insert into availability.worker (name, seen_at) values ('dead', clock_timestamp())").update();
		following.execute(null, null);
		assertThat(this.events.stream(CheckStopped.class)).isEmpty();
		this.jdbc.sql("update availability.worker set seen_at = seen_at - interval '1 minute'").update();
		following.execute(null, null);
		assertThat(this.events.stream(CheckStopped.class)).isNotEmpty();
	}

	/** As a node that checks does when it starts. */
	private void switchOn() {
		this.jdbc.sql("update availability.check_version set looking = true").update();
	}

	@Test
	@Transactional
	void stopWithTheServiceAndReturnWithIt() {
		switchOn();
		CheckDetail check = of(CITED);
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where slug = ?").param(CITED).update();
		this.defaults.keep(check.service());
		assertThat(of(CITED).gone()).isTrue();
		assertThat(this.rules.ofService(check.service())).isEmpty();
		assertThat(this.events.stream(CheckStopped.class)).extracting(CheckStopped::check).containsExactly(check.id());
		this.jdbc.sql("update catalog.service set lifecycle = 'ACTIVE' where slug = ?").param(CITED).update();
		this.defaults.keep(check.service());
		assertThat(of(CITED).gone()).isFalse();
		assertThat(this.events.stream(CheckStarted.class)).extracting(CheckStarted::check).containsExactly(check.id());
	}

	@Test
	@Transactional
	void leaveAloneWhatAnAdministratorChanged() {
		CheckDetail check = of(CITED);
		this.jdbc.sql("update availability.check_definition set target = 'https://lain.go.id/' where id = ?")
			.param(check.id())
			.update();
		catalogSays("address = 'https://baru.tangerangkota.go.id/'", check.service());
		assertThat(of(CITED).spec().target().host().name()).isEqualTo("lain.go.id");
		assertThat(of(CITED).edited()).isTrue();
		// Who vouches is still the catalogue's to say.
		catalogSays("verification = 'VERIFIED', verified_on = date '2026-11-26', verified_by = 'Diskominfo'",
				check.service());
		assertThat(of(CITED).spec().mode()).isEqualTo(CheckMode.COUNTED);
		this.jdbc.sql("update availability.check_definition set mode = 'INTERNAL' where id = ?")
			.param(check.id())
			.update();
		this.defaults.keep(check.service());
		assertThat(of(CITED).spec().mode()).isEqualTo(CheckMode.INTERNAL);
	}

	@Test
	@Transactional
	void doNotBringBackWhatWasRemoved() {
		CheckDetail check = of(CITED);
		this.jdbc.sql("update availability.check_definition set removed_at = now() where id = ?")
			.param(check.id())
			.update();
		catalogSays("address = 'https://baru.tangerangkota.go.id/'", check.service());
		assertThat(this.rows.ofService(check.service())).isEmpty();
	}

	/** Committed, as events are heard only then. */
	@Test
	void hearWhatTheCatalogueDecides(@Autowired CatalogDesk desk) {
		String slug = "dinkes";
		List<Map<String, Object>> before = this.jdbc.sql("""
				select l.id, l.verification, s.source_hash, s.id as service from catalog.listing l
				join catalog.service s on s.id = l.service_id where s.slug = ?""").param(slug).query().listOfRows();
		try {
			desk.verify(slug, Platform.WEB, "Diskominfo");
			assertThat(of(slug).spec().mode()).isEqualTo(CheckMode.COUNTED);
		}
		finally {
			for (Map<String, Object> row : before) {
				this.jdbc
					.sql("""
							update catalog.listing set verification = ?, verified_on = null, verified_by = null where id = ?""")
					.params(row.get("verification"), row.get("id"))
					.update();
				this.jdbc
					.sql("""
							update catalog.service set source_hash = ?, edited_at = null, last_reviewed = null where id = ?""")
					.params(row.get("source_hash"), row.get("service"))
					.update();
			}
			this.jdbc.sql("call catalog.refresh_services(null)").update();
			this.defaults.keep();
		}
		assertThat(of(slug).spec().mode()).isEqualTo(CheckMode.CITED);
	}

	private CheckDetail of(String slug) {
		UUID service = this.jdbc.sql("select id from catalog.service where slug = ?")
			.param(slug)
			.query(UUID.class)
			.single();
		return this.rows.ofService(new ServiceId(service)).getFirst();
	}

	private void catalogSays(String what, ServiceId service) {
		this.jdbc.sql("update catalog.listing set " + what + " where service_id = ?").param(service.value()).update();
		this.defaults.keep(service);
	}

}
