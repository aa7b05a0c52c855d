package id.tangerangkota.layanan.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.vault.Signature;
import id.tangerangkota.layanan.vault.Signer;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the keys programs show, and counts their use by the day. */
@Component
public class ApiKeys {

	static final String PURPOSE = "apikey.secret";

	/**
	 * Only wrong keys count: whoever has a right one is not kept out by neighbours in the
	 * same network.
	 */
	private static final Limit WRONG = new Limit("api-key.network", 30, Duration.ofMinutes(10));

	private final JdbcClient jdbc;

	private final Signer signer;

	private final Throttle throttle;

	private final MeterRegistry meters;

	private final Clock clock;

	ApiKeys(JdbcClient jdbc, Signer signer, Throttle throttle, MeterRegistry meters, Clock clock) {
		this.jdbc = jdbc;
		this.signer = signer;
		this.throttle = throttle;
		this.meters = meters;
		this.clock = clock;
	}

	/** What becomes of a key that is shown; in meters only. */
	private enum Answer {

		GRANTED, UNKNOWN, VOID, NOT_FOR_THIS, TOO_OFTEN

	}

	/**
	 * Uses a key once. To be called outside of a transaction.
	 * @param presented what somebody sent as their key
	 * @param remoteAddress from where
	 * @return whose key it is
	 * @throws RefusedKey if it is not good for this
	 * @throws TooManyTries if it is used too often, or too many wrong ones came from the
	 * same network
	 */
	public ApiClient use(String presented, ApiScope scope, String remoteAddress) {
		Instant now = this.clock.instant();
		Optional<Row> known = KeyText.parse(presented).flatMap(this::find);
		Answer answer = known.map((row) -> judge(row, scope, now)).orElse(Answer.UNKNOWN);
		if (answer != Answer.GRANTED) {
			count(answer);
			refuse(this.throttle.take(WRONG, AddressPrefix.of(remoteAddress)));
			throw new RefusedKey();
		}
		Row row = known.orElseThrow();
		Optional<Duration> wait = this.throttle.take(new Limit("api-key", row.perMinute(), Duration.ofMinutes(1)),
				row.client().toString());
		count(wait.isPresent() ? Answer.TOO_OFTEN : Answer.GRANTED);
		refuse(wait);
		countUse(row.client(), PageClock.day(now));
		return new ApiClient(new ApiClientId(row.client()), row.name());
	}

	/** The same work for a key that begins like no other. */
	private Optional<Row> find(KeyText key) {
		Optional<Row> row = this.jdbc.sql("""
				select c.id, c.name, c.scopes, c.per_minute, c.last_day, c.revoked_at, s.key_id, s.mac, s.valid_until
				from apikey.secret s join apikey.client c on c.id = s.client_id where s.prefix = ?""")
			.param(key.prefix())
			.query(Row::of)
			.optional();
		if (row.isEmpty()) {
			this.signer.sign(PURPOSE, key.bytes());
		}
		return row.filter((found) -> this.signer.verify(PURPOSE, found.signature(), key.bytes()));
	}

	private static Answer judge(Row row, ApiScope scope, Instant now) {
		boolean over = row.lastDay() != null && PageClock.day(now).isAfter(row.lastDay());
		boolean replaced = row.validUntil() != null && !now.isBefore(row.validUntil());
		if (row.revoked() || over || replaced) {
			return Answer.VOID;
		}
		return row.scopes().contains(scope.name()) ? Answer.GRANTED : Answer.NOT_FOR_THIS;
	}

	private void count(Answer answer) {
		this.meters.counter("layanan.apikey.uses", "answer", answer.name().toLowerCase(Locale.ROOT)).increment();
	}

	private static void refuse(Optional<Duration> wait) {
		wait.ifPresent((time) -> {
			throw new TooManyTries(time);
		});
	}

	private void countUse(UUID client, LocalDate day) {
		this.jdbc.sql("""
				insert into apikey.use_day as d (client_id, day, uses) values (?, ?, 1)
				on conflict (client_id, day) do update set uses = d.uses + 1""").param(client).param(day).update();
	}

	private record Row(UUID client, String name, Set<String> scopes, int perMinute, @Nullable LocalDate lastDay,
			boolean revoked, Signature signature, @Nullable Instant validUntil) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("id", UUID.class), row.getString("name"), strings(row, "scopes"),
					row.getInt("per_minute"), row.getObject("last_day", LocalDate.class),
					row.getTimestamp("revoked_at") != null, new Signature(row.getString("key_id"), row.getBytes("mac")),
					ClientRows.instant(row, "valid_until"));
		}

		private static Set<String> strings(ResultSet row, String column) throws SQLException {
			return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
		}

	}

}
