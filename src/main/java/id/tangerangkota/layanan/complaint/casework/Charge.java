package id.tangerangkota.layanan.complaint.casework;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Who is in charge of a complaint: an agency, and one of its officers. Whoever decided it
 * when somebody was not content is barred, so that others decide from then on.
 */
@Embeddable
class Charge {

	private @Nullable String agency;

	private @Nullable UUID officer;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private UUID[] barred = {};

	/** For JPA. */
	protected Charge() {
	}

	/**
	 * An agency gets it.
	 * @param stays whether its officer goes on with it
	 */
	void giveTo(AgencyId to, boolean stays) {
		this.agency = to.code();
		if (!stays) {
			this.officer = null;
		}
	}

	/** It becomes that of one officer, or of nobody. */
	void takenBy(@Nullable AccountId account) {
		this.officer = (account != null) ? account.value() : null;
	}

	/** They decide no more, nor does its officer, who is one of them. */
	void bar(Stream<UUID> deciders) {
		this.barred = Stream.concat(barred(), deciders).distinct().toArray(UUID[]::new);
		AccountId mine = officer();
		if (mine != null && isBarred(mine)) {
			this.officer = null;
		}
	}

	Stream<UUID> barred() {
		return Arrays.stream(this.barred);
	}

	/**
	 * Whoever decided it before decides nothing again.
	 * @throws CaseRefused if it is one of those
	 */
	void refuse(@Nullable AccountId account) {
		if (account != null && isBarred(account)) {
			throw new CaseRefused(Reason.BARRED);
		}
	}

	private boolean isBarred(AccountId account) {
		return barred().anyMatch(account.value()::equals);
	}

	@Nullable AgencyId agency() {
		return (this.agency != null) ? new AgencyId(this.agency) : null;
	}

	@Nullable AccountId officer() {
		return (this.officer != null) ? new AccountId(this.officer) : null;
	}

}
