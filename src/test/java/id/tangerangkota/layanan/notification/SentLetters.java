package id.tangerangkota.layanan.notification;

import java.util.Objects;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into what waits for a mail server that a test does not have. */
@TestComponent
public class SentLetters {

	private final JdbcClient jdbc;

	private final Letters letters;

	private final UnsubscribeLinks links;

	SentLetters(JdbcClient jdbc, Letters letters, UnsubscribeLinks links) {
		this.jdbc = jdbc;
		this.letters = letters;
		this.links = links;
	}

	/** A message and whom it is for. */
	private record Row(UUID id, UUID recipient, String payload) {
	}

	private Row newest() {
		return this.jdbc.sql("""
				select id, recipient, payload from notification.outbox
				where kind = 'SUBSCRIPTION_ASKED' and payload is not null order by created_at desc limit 1""")
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getObject("recipient", UUID.class),
					row.getString("payload")))
			.single();
	}

	/** Path of the link that confirms what was asked for last. */
	public String confirmation() {
		Row row = newest();
		return path(Objects.requireNonNull(this.letters.open(row.id(), row.payload()).link()));
	}

	/** Path of the link that ends what was asked for last. */
	public String unsubscribe() {
		return path(this.links.link(new Addressee(RecipientKind.SUBSCRIBER, newest().recipient(), Topic.OUTAGE)));
	}

	private static String path(String link) {
		return link.replaceFirst("^https?://[^/]+", "");
	}

}
