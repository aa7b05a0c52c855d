package id.tangerangkota.layanan.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountAct.Act;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What citizens agreed to. The portal needs no consent for what is a duty of the city;
 * these are the extras (UU 27/2022, articles 20 and 40).
 */
@Service
@Transactional
public class Consents {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Consents(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** What one can agree to. */
	public enum Purpose {

		/** The kelurahan in the account counts towards use per kelurahan. */
		DISTRICT_STATISTICS,

		/** Questions about how good services were, by e-mail. */
		SURVEY_INVITATIONS

	}

	/** Which consents are in force, all of them named. */
	@Transactional(readOnly = true)
	public Map<Purpose, Boolean> of(AccountId account) {
		Map<Purpose, Boolean> given = new EnumMap<>(Purpose.class);
		Arrays.stream(Purpose.values()).forEach((purpose) -> given.put(purpose, false));
		this.jdbc.sql("select purpose from identity.consent where account_id = ? and withdrawn_at is null")
			.param(account.value())
			.query(String.class)
			.list()
			.forEach((purpose) -> given.put(Purpose.valueOf(purpose), true));
		return given;
	}

	/**
	 * Gives or withdraws a consent, at once.
	 * @return whether that changed anything
	 */
	public boolean set(AccountId account, Purpose purpose, boolean given) {
		Timestamp now = Timestamp.from(this.clock.instant());
		int changed = given ? this.jdbc.sql("""
				insert into identity.consent (account_id, purpose, given_at) values (?, ?, ?)
				on conflict (account_id, purpose) do update set given_at = excluded.given_at, withdrawn_at = null
				where identity.consent.withdrawn_at is not null""")
			.params(account.value(), purpose.name(), now)
			.update()
				: this.jdbc.sql("""
						update identity.consent set withdrawn_at = ?
						where account_id = ? and purpose = ? and withdrawn_at is null""")
					.params(now, account.value(), purpose.name())
					.update();
		if (changed > 0) {
			this.events.publishEvent(new AccountAct(Act.CONSENT_CHANGED, account,
					Map.of("purpose", purpose.name(), "given", String.valueOf(given)), null));
		}
		return changed > 0;
	}

}
