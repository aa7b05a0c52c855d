package id.tangerangkota.layanan.complaint.casework;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Who decided when somebody was not content, so that others decide from then on. */
@Embeddable
class Barred {

	@JdbcTypeCode(SqlTypes.ARRAY)
	private UUID[] barred = {};

	/** For JPA. */
	protected Barred() {
	}

	void add(Stream<UUID> deciders) {
		this.barred = Stream.concat(all(), deciders).distinct().toArray(UUID[]::new);
	}

	Stream<UUID> all() {
		return Arrays.stream(this.barred);
	}

	boolean has(@Nullable AccountId account) {
		return account != null && all().anyMatch(account.value()::equals);
	}

	void refuse(@Nullable AccountId account) {
		if (has(account)) {
			throw new CaseRefused(Reason.BARRED);
		}
	}

}
