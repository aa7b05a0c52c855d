package id.tangerangkota.layanan.privacy.breach;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/**
 * Where the staff record failures to protect personal data, and what was done about them
 * within the time the law gives.
 */
@Service
@Transactional
public class BreachRegister {

	private final BreachRepository breaches;

	private final BreachSeal seal;

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final Clock clock;

	BreachRegister(BreachRepository breaches, BreachSeal seal, CurrentActor actor, JdbcClient jdbc, Clock clock) {
		this.breaches = breaches;
		this.seal = seal;
		this.actor = actor;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Records a breach.
	 * @param noticedAt when it was noticed, not in the future
	 * @param people how many people it concerns, null while nobody knows
	 */
	public BreachId record(Instant noticedAt, @Nullable Integer people, BreachFacts facts) {
		Instant now = this.clock.instant();
		Assert.isTrue(!noticedAt.isAfter(now), "Nobody has noticed it yet");
		BreachId id = new BreachId(UUID.randomUUID());
		this.breaches.saveAndFlush(new Breach(id, noticedAt, people, this.seal.seal(id, facts), me(), now));
		return id;
	}

	/**
	 * More is known.
	 * @throws IllegalBreachChange once it is closed
	 */
	public void amend(BreachId id, @Nullable Integer people, BreachFacts facts) {
		change(id, (breach) -> breach.amend(people, this.seal.seal(id, facts)));
	}

	/**
	 * A notice was sent.
	 * @param sentAt when, not in the future
	 * @param recipients to whom and how
	 * @throws IllegalBreachChange once it is closed
	 */
	public void notify(BreachId id, Recipient audience, Instant sentAt, MaskedText recipients) {
		Assert.isTrue(!sentAt.isAfter(this.clock.instant()), "Nobody has sent it yet");
		UUID notice = UUID.randomUUID();
		change(id, (breach) -> breach.notify(
				new BreachNotice(notice, audience, sentAt, this.seal.sealRecipients(notice, recipients.text()), me())));
	}

	/**
	 * It is handled and everything runs again.
	 * @throws IllegalBreachChange before people and agency were told
	 */
	public void close(BreachId id, MaskedText words) {
		change(id, (breach) -> breach.close(this.seal.sealClosing(id, words.text()), this.clock.instant()));
	}

	/**
	 * No personal data were concerned after all.
	 * @throws IllegalBreachChange once people and agency were told
	 */
	public void dismiss(BreachId id, MaskedText words) {
		change(id, (breach) -> breach.dismiss(this.seal.sealClosing(id, words.text()), this.clock.instant()));
	}

	private void change(BreachId id, Consumer<Breach> verb) {
		Breach breach = this.breaches.findById(id.value()).orElseThrow(NotFound::new);
		verb.accept(breach);
		this.breaches.saveAndFlush(breach);
	}

	private AccountId me() {
		return this.actor.get().requireAccount();
	}

	@Transactional(readOnly = true)
	public Optional<BreachDetail> find(BreachId id) {
		return this.breaches.findById(id.value()).map(this::detail);
	}

	private BreachDetail detail(Breach breach) {
		BreachId id = breach.id();
		BreachFacts facts = this.seal.facts(id, breach.facts());
		List<BreachDetail.Notice> notices = breach.notices()
			.stream()
			.map((notice) -> new BreachDetail.Notice(notice.audience(), notice.sentAt(),
					this.seal.recipients(notice.id(), notice.recipients())))
			.toList();
		return new BreachDetail(
				new BreachSummary(id, breach.state(), facts.title(), breach.noticedAt(), breach.dueAt()), facts,
				breach.people(), breach.recordedAt(), notices, breach.closedAt(),
				this.seal.closing(id, breach.closing()));
	}

	/** The register: what runs first, the most urgent on top, then the newest. */
	@Transactional(readOnly = true)
	public BreachPage list(int page, int size) {
		List<BreachSummary> items = this.jdbc.sql("""
				select id, state, facts, noticed_at, due_at from privacy.breach
				order by state = 'OPEN' desc, state = 'NOTIFIED' desc, case when state = 'OPEN' then due_at end,
					noticed_at desc, id
				limit :size offset :offset""")
			.param("size", size)
			.param("offset", Paging.offset(page, size))
			.query((row, number) -> {
				BreachId id = new BreachId(row.getObject("id", UUID.class));
				return new BreachSummary(id, BreachState.valueOf(row.getString("state")),
						this.seal.facts(id, row.getString("facts")).title(), row.getTimestamp("noticed_at").toInstant(),
						row.getTimestamp("due_at").toInstant());
			})
			.list();
		long total = this.jdbc.sql("select count(*) from privacy.breach").query(Long.class).single();
		return new BreachPage(items, total);
	}

	/** How many wait for their notice although the time is over. */
	@Transactional(readOnly = true)
	public long overdue() {
		return this.jdbc.sql("select count(*) from privacy.breach where state = 'OPEN' and due_at < ?")
			.param(Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

}
