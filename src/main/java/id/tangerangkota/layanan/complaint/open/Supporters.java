package id.tangerangkota.layanan.complaint.open;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.PageChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who say the same about a public complaint. Each is counted once: by the account,
 * or by what tells visitors apart, of which only a keyed hash is stored.
 */
@Component
public class Supporters {

	private static final String PURPOSE = "complaint.support";

	/** Whoever supports it at the same moment waits here. */
	private static final String FIND = """
			select id from complaint.complaint
			where ticket_number = :number and ticket_year = :year and published_at is not null
				and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
			for no key update
			""";

	private final JdbcClient jdbc;

	private final BlindIndex index;

	private final Cipher cipher;

	private final PageChanges pages;

	private final Clock clock;

	Supporters(JdbcClient jdbc, BlindIndex index, Cipher cipher, PageChanges pages, Clock clock) {
		this.jdbc = jdbc;
		this.index = index;
		this.cipher = cipher;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Counts somebody who has no account, or does not use it here.
	 * @param visitor as precisely as visitors are told apart
	 * @return whether they were not counted yet; false too when it is not open to all
	 */
	@Transactional
	public boolean support(TicketNumber ticket, String visitor) {
		return support(ticket, "visitor " + visitor, null);
	}

	/**
	 * Counts an account.
	 * @param told whether it wants to be told how the complaint goes on; asking again
	 * changes that
	 */
	@Transactional
	public boolean support(TicketNumber ticket, AccountId account, boolean told) {
		return support(ticket, "account " + account, told ? account : null);
	}

	private boolean support(TicketNumber ticket, String who, @Nullable AccountId told) {
		Optional<UUID> complaint = this.jdbc.sql(FIND)
			.param("number", ticket.number())
			.param("year", ticket.year())
			.query(UUID.class)
			.optional();
		if (complaint.isEmpty()) {
			return false;
		}
		UUID id = complaint.get();
		if (alreadyThere(id, who, told)) {
			return false;
		}
		IndexEntry entry = this.index.entry(PURPOSE, who);
		this.jdbc.sql("""
				insert into complaint.support (complaint_id, supporter, index_key, sealed, at)
				values (:complaint, :supporter, :key, :sealed, :at)""")
			.param("complaint", id)
			.param("supporter", entry.value())
			.param("key", entry.keyId())
			.param("sealed", sealed(id, told))
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
		this.jdbc.sql("update complaint.complaint set supporters = supporters + 1 where id = :id")
			.param("id", id)
			.update();
		this.pages.changed(PublicComplaints.PAGES);
		return true;
	}

	private boolean alreadyThere(UUID complaint, String who, @Nullable AccountId told) {
		return this.jdbc.sql("""
				update complaint.support set sealed = coalesce(:sealed, sealed)
				where complaint_id = :complaint and supporter in (:candidates)""")
			.param("sealed", sealed(complaint, told))
			.param("complaint", complaint)
			.param("candidates", this.index.candidates(PURPOSE, who))
			.update() > 0;
	}

	private @Nullable String sealed(UUID complaint, @Nullable AccountId told) {
		return (told != null) ? this.cipher.seal(told.toString(), place(complaint)) : null;
	}

	/** Where the account of somebody who is told is sealed. */
	static Place place(UUID complaint) {
		return new Place("complaint.support", "sealed", complaint.toString());
	}

}
