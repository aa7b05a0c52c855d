package id.tangerangkota.layanan.complaint.filing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.SupportCount;
import id.tangerangkota.layanan.throttle.AddressPrefix;
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

	private final BlindIndex index;

	private final Cipher cipher;

	private final PageChanges pages;

	private final CitizenDesk reporters;

	private final SupportCount count;

	private final Clock clock;

	Supporters(CitizenDesk reporters, SupportCount count, JdbcClient jdbc, BlindIndex index, Cipher cipher,
			PageChanges pages, Clock clock) {
		this.reporters = reporters;
		this.count = count;
		this.jdbc = jdbc;
		this.index = index;
		this.cipher = cipher;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * As precisely as strangers are told apart, wherever they say so: a connection may
	 * change its address within the network.
	 */
	public static String visitor(String address, @Nullable String browser) {
		return AddressPrefix.of(address) + ' ' + browser;
	}

	/**
	 * Supports a report; again is no error and counts once, and whoever reported it is
	 * counted already.
	 * @param account to be told what becomes of it, null for nobody
	 * @param visitor who supports it where there is no account; it is not stored
	 * @return whether there is such a report, and it is not over
	 */
	@Transactional
	public boolean support(TicketNumber ticket, @Nullable AccountId account, String visitor) {
		Optional<UUID> complaint = this.jdbc.sql("""
				select id from complaint.complaint
				where ticket_number = :number and ticket_year = :year and published_at is not null
					and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED')
				for update""")
			.param("number", ticket.number())
			.param("year", ticket.year())
			.query(UUID.class)
			.optional();
		complaint.filter((id) -> account == null || !this.reporters.hasFiled(account, new ComplaintId(id)))
			.ifPresent((id) -> add(id, account, visitor));
		return complaint.isPresent();
	}

	private void add(UUID complaint, @Nullable AccountId account, String visitor) {
		String who = (account != null) ? account(account) : complaint + " visitor:" + visitor;
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
			this.count.recount(new ComplaintId(complaint));
			this.pages.changed(PublicComplaints.PAGES);
		}
	}

	/** Alike for all reports, so that what somebody supports is found when they go. */
	static String account(AccountId account) {
		return "account:" + account;
	}

	static Place place(UUID complaint) {
		return new Place("complaint.support", "sealed", complaint.toString());
	}

}
