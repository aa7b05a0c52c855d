package id.tangerangkota.layanan.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account's owner sees of who signed in, or tried. Kept for 90 days. */
@Component
class SignInHistory {

	static final Duration KEPT = Duration.ofDays(90);

	private static final int SHOWN = 20;

	private final JdbcClient jdbc;

	SignInHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How a try ended. */
	enum Outcome {

		/** Signed in. */
		DONE,

		/** The password or the second factor was wrong. */
		FAILED

	}

	void record(AccountId account, Instant at, Outcome outcome, String device) {
		this.jdbc.sql("insert into identity.sign_in (account_id, at, outcome, device) values (?, ?, ?, ?)")
			.params(account.value(), Timestamp.from(at), outcome.name(), device)
			.update();
	}

	/** Whether somebody signed in to the account on such a device before. */
	boolean knows(AccountId account, String device) {
		return this.jdbc.sql(
				"select exists (select from identity.sign_in where account_id = ? and device = ? and outcome = 'DONE')")
			.params(account.value(), device)
			.query(Boolean.class)
			.single();
	}

	List<PastSignIn> of(AccountId account) {
		return this.jdbc.sql(
				"select at, outcome, device from identity.sign_in where account_id = ? order by at desc, id desc limit ?")
			.params(account.value(), SHOWN)
			.query((row, number) -> new PastSignIn(row.getTimestamp("at").toInstant(),
					Outcome.valueOf(row.getString("outcome")) == Outcome.DONE, row.getString("device")))
			.list();
	}

	void removeAll(AccountId account) {
		this.jdbc.sql("delete from identity.sign_in where account_id = ?").param(account.value()).update();
	}

	int purge(Instant before) {
		return this.jdbc.sql("delete from identity.sign_in where at < ?").param(Timestamp.from(before)).update();
	}

}
