package id.tangerangkota.layanan.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds rows to chains, one after the other. */
@Component
class Chains {

	private static final byte[] NO_BYTES = {};

	private static final String WRITE = """
			with written as (
				insert into audit.entry (chain, seq, at, action, outcome, actor_kind, actor_account, actor_roles,
					actor_agency, subject_kind, subject_id, details, key_id, hash)
				values (:chain, :seq, :at, :action, :outcome, :actorKind, :actorAccount, :actorRoles,
					:actorAgency, :subjectKind, :subjectId, :details, :keyId, :hash))
			update audit.chain set seq = :seq, hash = :hash where name = :chain
			""";

	private final JdbcClient jdbc;

	private final Seal seal;

	private final Clock clock;

	Chains(JdbcClient jdbc, Seal seal, Clock clock) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.clock = clock;
	}

	private record End(long seq, byte[] hash) {
	}

	/** Adds a row; the chain waits for the end of the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(AuditableEvent event, AuditOutcome outcome, Actor actor) {
		String action = event.action();
		String chain = AuditText.chain(action);
		AuditSubject subject = AuditText.subject(event.subject());
		String details = AuditText.details(event.details());
		End end = lock(chain);
		HeldChains.add(chain);
		// Read only now: the order of rows is the order of their times.
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		write(this.seal.close(
				new Entry(chain, end.seq() + 1, at, action, outcome.name(), actor.kind().name(),
						account(actor.account()), roles(actor), agency(actor.agency()),
						(subject != null) ? subject.kind() : null, (subject != null) ? subject.id() : null, details),
				end.hash()));
	}

	private End lock(String chain) {
		return tryLock(chain).orElseGet(() -> {
			this.jdbc.sql("insert into audit.chain (name, seq, hash) values (?, 0, ?) on conflict do nothing")
				.param(chain)
				.param(NO_BYTES)
				.update();
			return tryLock(chain).orElseThrow();
		});
	}

	private Optional<End> tryLock(String chain) {
		return this.jdbc.sql("select seq, hash from audit.chain where name = ? for update")
			.param(chain)
			.query((row, number) -> new End(row.getLong("seq"), row.getBytes("hash")))
			.optional();
	}

	private void write(Link link) {
		Entry entry = link.entry();
		this.jdbc.sql(WRITE)
			.param("chain", entry.chain())
			.param("seq", entry.seq())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("action", entry.action())
			.param("outcome", entry.outcome())
			.param("actorKind", entry.actorKind())
			.param("actorAccount", entry.actorAccount())
			.param("actorRoles", entry.actorRoles())
			.param("actorAgency", entry.actorAgency())
			.param("subjectKind", entry.subjectKind())
			.param("subjectId", entry.subjectId())
			.param("details", entry.details())
			.param("keyId", link.hash().keyId())
			.param("hash", link.hash().value())
			.update();
	}

	private static @Nullable UUID account(@Nullable AccountId account) {
		return (account != null) ? account.value() : null;
	}

	private static String roles(Actor actor) {
		return actor.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
	}

	private static @Nullable String agency(@Nullable AgencyId agency) {
		return (agency != null) ? agency.code() : null;
	}

}
