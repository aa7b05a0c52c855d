package id.tangerangkota.layanan.identity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.region.RegionCode;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often citizens sign in, by day and kelurahan. Nothing says who: a kelurahan is
 * counted only for whoever agreed to it, everybody else only for the city.
 */
@Service
public class SignInCounts {

	private static final String NOWHERE = "";

	private static final String COUNTED = """
			insert into identity.sign_in_day as d (day, sub_district, signed_in) values (?, ?, ?)
			on conflict (day, sub_district) do update set signed_in = d.signed_in + excluded.signed_in""";

	private final DailyCounts counts;

	private final JdbcClient jdbc;

	SignInCounts(DailyCounts counts, JdbcClient jdbc) {
		this.counts = counts;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(AccountAct act) {
		AccountId account = act.account();
		if (act.act() == Act.SIGNED_IN && account != null) {
			place(account).ifPresent(this::count);
		}
	}

	/** Where a sign-in is counted; nothing for the staff. */
	private Optional<String> place(AccountId account) {
		return this.jdbc.sql("""
				select case when exists (select 1 from identity.consent c where c.account_id = a.id
						and c.purpose = 'DISTRICT_STATISTICS' and c.withdrawn_at is null)
					then coalesce(a.sub_district, '') else '' end
				from identity.account a where a.id = ? and a.kind = 'CITIZEN'""")
			.param(account.value())
			.query(String.class)
			.optional();
	}

	/** Once it is certain. */
	private void count(String place) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.counts.add(COUNTED, place);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				SignInCounts.this.counts.add(COUNTED, place);
			}

		});
	}

	/**
	 * Sign-ins by kelurahan, of kelurahan with any.
	 * @param from first day
	 * @param to inclusive
	 */
	public Map<RegionCode, Long> bySubDistrict(LocalDate from, LocalDate to) {
		Map<RegionCode, Long> found = new HashMap<>();
		this.jdbc.sql("""
				select sub_district, sum(signed_in) as signed_in from identity.sign_in_day
				where day between :from and :to and sub_district <> :nowhere group by sub_district""")
			.param("from", from)
			.param("to", to)
			.param("nowhere", NOWHERE)
			.query((row) -> {
				found.put(new RegionCode(row.getString("sub_district")), row.getLong("signed_in"));
			});
		return found;
	}

	/** All sign-ins of citizens, wherever they live. */
	public long total(LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select coalesce(sum(signed_in), 0) from identity.sign_in_day where day between :from and :to""")
			.param("from", from)
			.param("to", to)
			.query(Long.class)
			.single();
	}

	/** The first day that was counted; nothing before it. */
	public Optional<LocalDate> since() {
		return this.jdbc.sql("select day from identity.sign_in_day order by day limit 1")
			.query(LocalDate.class)
			.optional();
	}

}
