package id.tangerangkota.layanan.notification.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningRows;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Stories;
import id.tangerangkota.layanan.notification.Telling;
import id.tangerangkota.layanan.web.Language;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of an account in the portal itself. The words are made when somebody reads
 * them, in their language of that moment.
 */
@Component
public class Inbox {

	/** Nobody needs to know exactly how many more there are. */
	public static final int COUNT_LIMIT = 99;

	private final JdbcClient jdbc;

	private final HappeningRows happenings;

	private final Stories stories;

	private final Clock clock;

	Inbox(JdbcClient jdbc, HappeningRows happenings, Stories stories, Clock clock) {
		this.jdbc = jdbc;
		this.happenings = happenings;
		this.stories = stories;
		this.clock = clock;
	}

	private record Row(UUID id, Instant at, boolean read, boolean asks) {
	}

	/** How many were not read, counted up to one more than {@link #COUNT_LIMIT}. */
	@Transactional(readOnly = true)
	public int unread(AccountId account) {
		return this.jdbc.sql("""
				select count(*) from (select 1 from notification.inbox_entry
					where account_id = ? and read_at is null limit ?) as counted""")
			.param(account.value())
			.param(COUNT_LIMIT + 1)
			.query(Integer.class)
			.single();
	}

	@Transactional(readOnly = true)
	public long count(AccountId account) {
		return this.jdbc.sql("select count(*) from notification.inbox_entry where account_id = ?")
			.param(account.value())
			.query(Long.class)
			.single();
	}

	/**
	 * A page of messages, the newest first. What only a newer node can tell is left out.
	 * @param offset how many come before it
	 */
	@Transactional(readOnly = true)
	public List<InboxMessage> list(AccountId account, int offset, int size, Language language) {
		List<Row> rows = this.jdbc.sql("""
				select * from notification.inbox_entry where account_id = :account
				order by created_at desc, happening_id limit :size offset :offset""")
			.param("account", account.value())
			.param("size", size)
			.param("offset", offset)
			.query((row, number) -> new Row(row.getObject("happening_id", UUID.class),
					row.getTimestamp("created_at").toInstant(), row.getObject("read_at") != null,
					row.getBoolean("asks")))
			.list();
		return messages(rows, language);
	}

	private List<InboxMessage> messages(List<Row> rows, Language language) {
		Map<UUID, Happening> found = this.happenings.find(rows.stream().map(Row::id).toList())
			.stream()
			.collect(Collectors.toMap(Happening::id, Function.identity()));
		Map<UUID, Telling> tellings = this.stories.tell(found.values(), language);
		List<InboxMessage> messages = new ArrayList<>();
		for (Row row : rows) {
			Telling telling = tellings.get(row.id());
			if (telling != null) {
				messages.add(message(row, telling, language));
			}
		}
		return messages;
	}

	private InboxMessage message(Row row, Telling telling, Language language) {
		return new InboxMessage(row.id(), this.stories.subject(telling, language), this.stories.text(telling, language),
				telling.href(), row.at(), row.read(), row.asks());
	}

	/**
	 * Marks a message as read; returns what it is about, nothing for others' messages.
	 */
	@Transactional
	public Optional<String> open(AccountId account, UUID id) {
		if (!mark(account, id)) {
			return Optional.empty();
		}
		return this.happenings.find(List.of(id))
			.stream()
			.findFirst()
			.map((happening) -> this.stories.tell(List.of(happening), Language.INDONESIAN).get(id))
			.map(Telling::href);
	}

	/**
	 * Where the reader of a message is asked how it was, or what it is about when they
	 * are asked no more; nothing for others' messages. It counts as read then.
	 */
	@Transactional
	public Optional<String> survey(AccountId account, UUID id) {
		Optional<String> href = open(account, id);
		return href.isEmpty() ? href
				: this.happenings.find(List.of(id))
					.stream()
					.findFirst()
					.flatMap((happening) -> this.stories.survey(happening, RecipientKind.ACCOUNT, account.value()))
					.or(() -> href);
	}

	private boolean mark(AccountId account, UUID id) {
		return this.jdbc.sql("""
				update notification.inbox_entry set read_at = coalesce(read_at, ?)
				where account_id = ? and happening_id = ?""")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(account.value())
			.param(id)
			.update() > 0;
	}

	/** Marks all messages as read that came until now. */
	@Transactional
	public void markAll(AccountId account) {
		this.jdbc.sql("update notification.inbox_entry set read_at = ? where account_id = ? and read_at is null")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(account.value())
			.update();
	}

}
