package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often citizens sign in, by day and kelurahan, and how many people they are, by
 * quarter. A kelurahan is counted only for whoever agreed to it, everybody else only for
 * the city. While a quarter runs, people are told apart by a keyed hash that is another
 * one in the next; when it is over, only their number is left.
 */
@Service
public class SignInCounts {

	private static final String PERSON = "identity.sign-in-person";

	private static final String COUNTED = """
			insert into identity.sign_in_day as d (day, sub_district, signed_in) values (?, ?, ?)
			on conflict (day, sub_district) do update set signed_in = d.signed_in + excluded.signed_in""";

	private final DailyCounts counts;

	private final BlindIndex index;

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInCounts(DailyCounts counts, BlindIndex index, JdbcClient jdbc, Clock clock) {
		this.counts = counts;
		this.index = index;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(AccountAct act) {
		AccountId account = act.account();
		if (act.act() == Act.SIGNED_IN && account != null) {
			place(account).ifPresent((place) -> {
				know(account, place);
				count(place);
			});
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

	/**
	 * Everybody once a quarter, at the first kelurahan they are counted in, so that
	 * people of several may be added. A key that was renewed meanwhile makes nobody two.
	 */
	private void know(AccountId account, String place) {
		LocalDate quarter = quarter();
		String text = quarter + "|" + account;
		this.jdbc.sql("""
				insert into identity.sign_in_person as p (quarter, person, sub_district)
				select :quarter, coalesce((select person from identity.sign_in_person
					where quarter = :quarter and person in (:candidates) limit 1), :person), :place
				on conflict (quarter, person) do update set sub_district = excluded.sub_district
				where p.sub_district = '' and excluded.sub_district <> ''""")
			.param("quarter", quarter)
			.param("person", this.index.of(PERSON, text))
			.param("candidates", this.index.candidates(PERSON, text))
			.param("place", place)
			.update();
	}

	private LocalDate quarter() {
		return PageClock.day(this.clock.instant()).with(IsoFields.DAY_OF_QUARTER, 1);
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

	/** Leaves nothing but numbers of the quarters that are over. */
	void forget() {
		this.jdbc.sql("""
				with gone as (
					delete from identity.sign_in_person where quarter < ? returning quarter, sub_district)
				insert into identity.sign_in_quarter as q (quarter, sub_district, people)
				select quarter, sub_district, count(*) from gone group by quarter, sub_district
				on conflict (quarter, sub_district) do update set people = q.people + excluded.people""")
			.param(quarter())
			.update();
	}

	/**
	 * Sign-ins of a quarter. Of its days before people were counted, nobody is known.
	 * @param first its first day
	 */
	public PlaceCounts ofQuarter(LocalDate first) {
		Map<String, Count> found = new HashMap<>();
		this.jdbc.sql("""
				select sub_district, sum(signed_in) as signed_in, sum(people) as people from (
					select sub_district, signed_in, 0 as people from identity.sign_in_day
					where day >= :first and day < :end
					union all
					select sub_district, 0, people from identity.sign_in_quarter where quarter = :first
					union all
					select sub_district, 0, count(*) from identity.sign_in_person where quarter = :first
					group by sub_district) c
				group by sub_district""")
			.param("first", first)
			.param("end", first.plus(1, IsoFields.QUARTER_YEARS))
			.query((row) -> {
				found.put(row.getString("sub_district"), new Count(row.getLong("signed_in"), row.getLong("people")));
			});
		return PlaceCounts.of(found);
	}

	/** The first day that was counted; nothing before it. */
	public Optional<LocalDate> since() {
		return this.jdbc.sql("select day from identity.sign_in_day order by day limit 1")
			.query(LocalDate.class)
			.optional();
	}

}
