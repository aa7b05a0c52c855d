package id.tangerangkota.layanan.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail, as people read it. Where the code has enums it has their names:
 * whoever tampers with a row must not keep others from seeing it.
 *
 * @param outcome name of an {@link AuditOutcome}
 * @param actorKind name of an {@code Actor.Kind}
 * @param roles names of what the actor was allowed to do at that moment
 * @param agency code of the actor's agency
 * @param hash in hexadecimal digits
 */
public record AuditRecord(String chain, long seq, Instant at, String action, String outcome, String actorKind,
		@Nullable AccountId account, List<String> roles, @Nullable String agency, @Nullable AuditSubject subject,
		Map<String, String> details, String keyId, String hash) {

	static AuditRecord of(Link link) {
		Entry entry = link.entry();
		return new AuditRecord(entry.chain(), entry.seq(), entry.at(), entry.action(), entry.outcome(),
				entry.actorKind(), (entry.actorAccount() != null) ? new AccountId(entry.actorAccount()) : null,
				entry.actorRoles().isEmpty() ? List.of() : List.of(entry.actorRoles().split(",")), entry.actorAgency(),
				subject(entry), AuditText.details(entry.details()), link.hash().keyId(),
				HexFormat.of().formatHex(link.hash().value()));
	}

	private static @Nullable AuditSubject subject(Entry entry) {
		return (entry.subjectKind() != null && entry.subjectId() != null)
				? new AuditSubject(entry.subjectKind(), entry.subjectId()) : null;
	}

	AuditCursor cursor() {
		return new AuditCursor(this.at, this.chain, this.seq);
	}

}
