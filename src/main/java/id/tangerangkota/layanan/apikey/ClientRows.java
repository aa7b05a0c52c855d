package id.tangerangkota.layanan.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.apikey.ApiClientDetail.Secret;
import id.tangerangkota.layanan.apikey.ApiClientDetail.UseDay;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads programs, their keys and how they use them. */
@Component
class ClientRows {

	/** How far back uses are told. */
	private static final int DAYS = 30;

	private final JdbcClient jdbc;

	private final ContactSeal seal;

	private final Clock clock;

	ClientRows(JdbcClient jdbc, ContactSeal seal, Clock clock) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.clock = clock;
	}

	/** Those whose keys work first, then by name. */
	List<ApiClientSummary> list() {
		Instant time = this.clock.instant();
		LocalDate today = PageClock.day(time);
		return this.jdbc.sql("""
				select c.id, c.name, c.last_day, c.revoked_at, d.last_used, coalesce(d.uses, 0) as uses,
					array(select s.prefix from apikey.secret s
						where s.client_id = c.id and (s.valid_until is null or s.valid_until > :now)
						order by s.made_at desc, s.prefix) as prefixes
				from apikey.client c
				left join (select client_id, max(day) as last_used, sum(uses) filter (where day > :since) as uses
					from apikey.use_day group by client_id) d on d.client_id = c.id
				order by c.revoked_at is not null or coalesce(c.last_day < :today, false), lower(c.name), c.id""")
			.param("now", time.atOffset(ZoneOffset.UTC))
			.param("since", today.minusDays(DAYS))
			.param("today", today)
			.query((row, number) -> new ApiClientSummary(new ApiClientId(row.getObject("id", UUID.class)),
					row.getString("name"), state(row, today), row.getObject("last_day", LocalDate.class),
					List.of(strings(row, "prefixes")), row.getObject("last_used", LocalDate.class),
					row.getLong("uses")))
			.list();
	}

	Optional<ApiClientDetail> find(ApiClientId client) {
		return this.jdbc.sql("select * from apikey.client where id = ?")
			.param(client.value())
			.query(this::detail)
			.optional();
	}

	private ApiClientDetail detail(ResultSet row, int number) throws SQLException {
		ApiClientId id = new ApiClientId(row.getObject("id", UUID.class));
		LocalDate today = PageClock.day(this.clock.instant());
		Set<ApiScope> scopes = Arrays.stream(strings(row, "scopes")).map(ApiScope::valueOf).collect(Collectors.toSet());
		return new ApiClientDetail(id, row.getString("name"), this.seal.open(id, row.getString("contact")),
				row.getString("purpose"), scopes, row.getInt("per_minute"), row.getObject("last_day", LocalDate.class),
				state(row, today), required(row, "issued_at"), instant(row, "revoked_at"), secrets(id),
				days(id, today));
	}

	private List<Secret> secrets(ApiClientId client) {
		return this.jdbc.sql("select * from apikey.secret where client_id = ? order by made_at desc, prefix")
			.param(client.value())
			.query((row, number) -> new Secret(row.getString("prefix"), required(row, "made_at"),
					instant(row, "valid_until")))
			.list();
	}

	private List<UseDay> days(ApiClientId client, LocalDate today) {
		return this.jdbc.sql("select day, uses from apikey.use_day where client_id = ? and day > ? order by day desc")
			.param(client.value())
			.param(today.minusDays(DAYS))
			.query((row, number) -> new UseDay(row.getObject("day", LocalDate.class), row.getLong("uses")))
			.list();
	}

	private static ClientState state(ResultSet row, LocalDate today) throws SQLException {
		if (row.getObject("revoked_at") != null) {
			return ClientState.REVOKED;
		}
		@Nullable LocalDate lastDay = row.getObject("last_day", LocalDate.class);
		return (lastDay != null && today.isAfter(lastDay)) ? ClientState.EXPIRED : ClientState.ACTIVE;
	}

	private static String[] strings(ResultSet row, String column) throws SQLException {
		return (String[]) row.getArray(column).getArray();
	}

	private static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		@Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
