package id.tangerangkota.layanan.notification.subscription;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.Letter;
import id.tangerangkota.layanan.notification.MailDirectory;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.Language;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses of people without an account. Whoever calls it brings the transaction.
 */
@Component
class Subscribers implements MailDirectory {

	static final String TABLE = "notification.subscriber";

	private static final String PURPOSE = "notification.subscriber.email";

	private final JdbcClient jdbc;

	private final Cipher cipher;

	private final BlindIndex index;

	Subscribers(JdbcClient jdbc, Cipher cipher, BlindIndex index) {
		this.jdbc = jdbc;
		this.cipher = cipher;
		this.index = index;
	}

	@Override
	public RecipientKind kind() {
		return RecipientKind.SUBSCRIBER;
	}

	@Override
	public Optional<Letter> find(UUID recipient) {
		return this.jdbc.sql("select * from notification.subscriber where id = ? and confirmed_at is not null")
			.param(recipient)
			.query((row, number) -> new Letter(open(recipient, row.getString("email")),
					Language.valueOf(row.getString("language")), null))
			.optional();
	}

	/** Which of these ids are subscribers. */
	Set<UUID> among(Collection<UUID> ids) {
		return Set.copyOf(this.jdbc.sql("select id from notification.subscriber where id = any (?)")
			.param(ids.toArray(UUID[]::new))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list());
	}

	/** Whoever has this address, confirmed or not. */
	Optional<UUID> find(Email email) {
		return this.jdbc.sql("select id from notification.subscriber where email_index = any (?)")
			.param(this.index.candidates(PURPOSE, folded(email)).toArray(byte[][]::new))
			.query((row, number) -> row.getObject("id", UUID.class))
			.optional();
	}

	/** The one with this address, a new one where there is none. */
	UUID findOrAdd(Email email, Language language, Instant now) {
		return find(email).orElseGet(() -> add(email, language, now));
	}

	/** Two who ask at the same time get the same one. */
	private UUID add(Email email, Language language, Instant now) {
		UUID id = UUID.randomUUID();
		IndexEntry entry = entry(email);
		this.jdbc.sql("""
				insert into notification.subscriber (id, email, email_index, index_key, language, created_at)
				values (:id, :email, :index, :key, :language, :now) on conflict (email_index) do nothing""")
			.param("id", id)
			.param("email", seal(id, email.value()))
			.param("index", entry.value())
			.param("key", entry.keyId())
			.param("language", language.name())
			.param("now", timestamp(now))
			.update();
		return find(email).orElseThrow();
	}

	/** The owner of the address opened the link. */
	void confirmed(UUID id, Instant now) {
		this.jdbc.sql("update notification.subscriber set confirmed_at = coalesce(confirmed_at, ?) where id = ?")
			.param(timestamp(now))
			.param(id)
			.update();
	}

	void speaks(UUID id, Language language) {
		this.jdbc.sql("update notification.subscriber set language = ? where id = ?")
			.param(language.name())
			.param(id)
			.update();
	}

	void remove(UUID id) {
		this.jdbc.sql("delete from notification.subscriber where id = ?").param(id).update();
	}

	String open(UUID id, String sealed) {
		return this.cipher.open(sealed, place(id));
	}

	String seal(UUID id, String email) {
		return this.cipher.seal(email, place(id));
	}

	IndexEntry entry(Email email) {
		return this.index.entry(PURPOSE, folded(email));
	}

	/** How addresses begin that are sealed with the newest key, and no others. */
	String currentBeginning() {
		return this.cipher.newest();
	}

	String currentIndexKey() {
		return this.index.currentKey();
	}

	/** Nobody means two people by capital and small letters. */
	private static String folded(Email email) {
		return email.value().toLowerCase(Locale.ROOT);
	}

	private static Place place(UUID id) {
		return new Place(TABLE, "email", id.toString());
	}

	static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
