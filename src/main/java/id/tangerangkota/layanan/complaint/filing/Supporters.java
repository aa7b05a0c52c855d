package id.tangerangkota.layanan.complaint.filing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.PublicComplaint;
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

/** Counts who says the same as an open report that everybody may see. */
@Component
public class Supporters {

	static final String PURPOSE = "complaint.supporter";

	private final JdbcClient jdbc;

	private final PublicComplaints complaints;

	private final BlindIndex index;

	private final Cipher cipher;

	private final PageChanges pages;

	private final Clock clock;

	Supporters(JdbcClient jdbc, PublicComplaints complaints, BlindIndex index, Cipher cipher, PageChanges pages,
			Clock clock) {
		this.jdbc = jdbc;
		this.complaints = complaints;
		this.index = index;
		this.cipher = cipher;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Supports a report; again is no error and counts once.
	 * @param account to be told what becomes of it, null for nobody
	 * @param visitor who supports it where there is no account; it is not stored
	 * @return nothing if there is no such report, or it is over
	 */
	@Transactional
	public Optional<PublicComplaint> support(TicketNumber ticket, @Nullable AccountId account, String visitor) {
		Optional<PublicComplaint> complaint = this.complaints.find(ticket).filter((found) -> found.status().isOpen());
		complaint.ifPresent((found) -> add(found.id().value(), account, visitor));
		return complaint;
	}

	private void add(UUID complaint, @Nullable AccountId account, String visitor) {
		String who = (account != null) ? account(complaint, account) : complaint + " visitor:" + visitor;
		IndexEntry entry = this.index.entry(PURPOSE, who);
		// With every key: somebody may have supported it before keys were changed.
		int added = this.jdbc.sql("""
				insert into complaint.support (complaint_id, supporter, index_key, sealed, at)
				select :complaint, :supporter, :key, :sealed, :now
				where not exists (
					select 1 from complaint.support where complaint_id = :complaint and supporter = any (:known))
				on conflict do nothing""")
			.param("complaint", complaint)
			.param("supporter", entry.value())
			.param("known", this.index.candidates(PURPOSE, who).toArray(byte[][]::new))
			.param("key", entry.keyId())
			.param("sealed", (account != null) ? this.cipher.seal(account.toString(), place(complaint)) : null)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (added > 0) {
			this.jdbc.sql("update complaint.complaint set supporters = supporters + 1 where id = :id")
				.param("id", complaint)
				.update();
			this.pages.changed(PublicComplaints.PAGES);
		}
	}

	static String account(UUID complaint, AccountId account) {
		return complaint + " account:" + account;
	}

	static Place place(UUID complaint) {
		return new Place("complaint.support", "sealed", complaint.toString());
	}

}
