package id.tangerangkota.layanan.notification.webhook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests.Visitor;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.vault.KeyedRows;
import id.tangerangkota.layanan.web.Language;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** All this module encrypted is made anew with new keys, and says the same. */
// Others need not find that their keys are old.
@SpringBootTest(properties = { "db-scheduler.enabled=false", "spring.application.name=notification-keys" })
class SealedAnewIntegrationTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private List<KeyedRows> keyed;

	@Autowired
	private WebhookDesk webhooks;

	@Autowired
	private SubscriptionRequests requests;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isReadAndFoundAsBefore() {
		UUID webhook = as(
				() -> this.webhooks.add(new WebhookPlan("https://example.org/kabar", "Uji", Set.of("outage.started"))));
		as(() -> {
			this.webhooks.rotate(webhook);
			return true;
		});
		String secret = as(() -> this.webhooks.secret(webhook));
		ask("siti@example.org", "satu");
		List<String> before = sealed();
		assertThat(before).hasSizeGreaterThanOrEqualTo(4).doesNotContainNull();
		assertThat(new CommandLine(this.context.getBean("keysCommand")).execute("rotate")).isZero();
		assertThat(this.keyed.stream().filter((rows) -> rows.name().startsWith("notification.")))
			.extracting(KeyedRows::name)
			.containsExactlyInAnyOrder("notification.happening", "notification.outbox", "notification.subscriber",
					"notification.webhook");
		for (KeyedRows rows : this.keyed) {
			assertThat(rows.outdated()).as(rows.name()).isZero();
		}
		assertThat(sealed()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
		assertThat(as(() -> this.webhooks.secret(webhook))).isEqualTo(secret);
		ask("siti@example.org", "dua");
		assertThat(this.jdbc.sql("select count(*) from notification.subscriber").query(Long.class).single())
			.as("found by the new index")
			.isOne();
	}

	private void ask(String email, String device) {
		this.requests.ask(new Wish(this.catalog.service("disdukcapil").orElseThrow().id(), false), new Email(email),
				Language.INDONESIAN, new Visitor(device, device));
	}

	/** Letters, addresses and secrets, as they stand in the tables. */
	private List<String> sealed() {
		return this.jdbc.sql("""
				select sealed from notification.happening
				union all select payload from notification.outbox where payload is not null
				union all select email from notification.subscriber
				union all select encode(email_index, 'hex') from notification.subscriber
				union all select secret from notification.webhook
				union all select old_secret from notification.webhook""").query(String.class).list();
	}

	private static <T> T as(Supplier<T> act) {
		return People.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null), act::get);
	}

}
