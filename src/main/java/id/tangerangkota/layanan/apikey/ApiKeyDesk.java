package id.tangerangkota.layanan.apikey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.apikey.ApiKeyAct.Act;
import id.tangerangkota.layanan.vault.Signature;
import id.tangerangkota.layanan.vault.Signer;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators give programs of others keys, and take them away. */
@Component
public class ApiKeyDesk {

	private static final String STILL_THERE = " where id = :id and revoked_at is null";

	private final JdbcClient jdbc;

	private final ClientRows rows;

	private final ContactSeal seal;

	private final Signer signer;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ApiKeyDesk(JdbcClient jdbc, ClientRows rows, ContactSeal seal, Signer signer, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.seal = seal;
		this.signer = signer;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** All programs; those whose keys work first, then by name. */
	@Transactional(readOnly = true)
	public List<ApiClientSummary> list() {
		return this.rows.list();
	}

	@Transactional(readOnly = true)
	public Optional<ApiClientDetail> find(ApiClientId client) {
		return this.rows.find(client);
	}

	/** Lets a program in, with its first key. */
	@Transactional
	public IssuedKey issue(ApiClientTerms terms) {
		ApiClientId client = ApiClientId.random();
		bind(this.jdbc
			.sql("""
					insert into apikey.client (id, name, contact, purpose, scopes, per_minute, last_day, issued_at, issued_by)
					values (:id, :name, :contact, :purpose, :scopes, :perMinute, :lastDay, :now, :by)"""),
				client, terms)
			.param("now", timestamp(this.clock.instant()))
			.param("by", account())
			.update();
		KeyText key = makeSecret(client);
		tell(Act.ISSUED, client, described(terms, key));
		return new IssuedKey(client, key.value());
	}

	/**
	 * Changes what its keys are for; they stay the same.
	 * @throws NotFound if there is no such program, or its keys were revoked
	 */
	@Transactional
	public void change(ApiClientId client, ApiClientTerms terms) {
		require(bind(this.jdbc.sql("""
				update apikey.client set name = :name, contact = :contact, purpose = :purpose, scopes = :scopes,
					per_minute = :perMinute, last_day = :lastDay""" + STILL_THERE), client, terms).update());
		tell(Act.CHANGED, client, described(terms, null));
	}

	/**
	 * Makes another key. Those before work for a while longer, so that nothing stands
	 * still while the program is told the new one.
	 * @param overlap how long they do; zero where one of them got into wrong hands
	 * @throws NotFound if there is no such program, or its keys were revoked
	 */
	@Transactional
	public IssuedKey rotate(ApiClientId client, Duration overlap) {
		require(this.jdbc.sql("update apikey.client set id = id" + STILL_THERE).param("id", client.value()).update());
		this.jdbc.sql("update apikey.secret set valid_until = least(valid_until, :end) where client_id = :id")
			.param("end", timestamp(this.clock.instant().plus(overlap)))
			.param("id", client.value())
			.update();
		KeyText key = makeSecret(client);
		tell(Act.ROTATED, client, Map.of("key", key.prefix(), "overlap", overlap.toString()));
		return new IssuedKey(client, key.value());
	}

	/**
	 * Ends all keys of a program, at once and for good.
	 * @throws NotFound if there is no such program, or that was done already
	 */
	@Transactional
	public void revoke(ApiClientId client) {
		require(this.jdbc.sql("update apikey.client set revoked_at = :now, revoked_by = :by" + STILL_THERE)
			.param("now", timestamp(this.clock.instant()))
			.param("by", account())
			.param("id", client.value())
			.update());
		tell(Act.REVOKED, client, Map.of());
	}

	private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ApiClientId client,
			ApiClientTerms terms) {
		return statement.param("id", client.value())
			.param("name", terms.name())
			.param("contact", this.seal.seal(client, terms.contact()))
			.param("purpose", terms.purpose())
			.param("scopes", terms.scopes().stream().map(Enum::name).sorted().toArray(String[]::new))
			.param("perMinute", terms.perMinute())
			.param("lastDay", terms.lastDay());
	}

	/**
	 * Signature keys stay for good, so that a key works for as long as its owner has it.
	 */
	private KeyText makeSecret(ApiClientId client) {
		KeyText key = KeyText.random(this.random);
		Signature signature = this.signer.sign(ApiKeys.PURPOSE, key.bytes());
		this.jdbc.sql("insert into apikey.secret (prefix, client_id, key_id, mac, made_at) values (?, ?, ?, ?, ?)")
			.params(key.prefix(), client.value(), signature.keyId(), signature.value(), timestamp(this.clock.instant()))
			.update();
		return key;
	}

	private static Map<String, String> described(ApiClientTerms terms, @Nullable KeyText key) {
		Map<String, String> details = new TreeMap<>();
		details.put("scopes", String.join(" ", terms.scopes().stream().map(Enum::name).sorted().toList()));
		details.put("per-minute", Integer.toString(terms.perMinute()));
		if (terms.lastDay() != null) {
			details.put("last-day", terms.lastDay().toString());
		}
		if (key != null) {
			details.put("key", key.prefix());
		}
		return details;
	}

	private static void require(int updated) {
		if (updated == 0) {
			throw new NotFound();
		}
	}

	private @Nullable Object account() {
		AccountId account = this.actor.get().account();
		return (account != null) ? account.value() : null;
	}

	private void tell(Act act, ApiClientId client, Map<String, String> details) {
		this.events.publishEvent(new ApiKeyAct(act, client, details));
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
