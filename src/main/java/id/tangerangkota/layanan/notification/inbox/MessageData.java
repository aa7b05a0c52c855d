package id.tangerangkota.layanan.notification.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.MessageState;
import id.tangerangkota.layanan.notification.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held of messages to a person, and of what they chose to be told. */
@Component
class MessageData implements PersonalData {

	private final JdbcClient jdbc;

	MessageData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<DataSection> about(AccountId account) {
		return List.of(new DataSection("notification.data.messages", messages(account)),
				new DataSection("notification.data.mails", mails(account)),
				new DataSection("notification.data.preferences", preferences(account)));
	}

	private List<Entry> messages(AccountId account) {
		return this.jdbc.sql("""
				select h.kind, e.created_at, e.read_at from notification.inbox_entry e
				join notification.happening h on h.id = e.happening_id
				where e.account_id = ? order by e.created_at desc""")
			.param(account.value())
			.query((row,
					number) -> new Entry(List.of(new Fact("notification.kind", kind(row.getString("kind"))),
							new Fact("notification.at", row.getTimestamp("created_at").toInstant()),
							new Fact("notification.read-at",
									Optional.ofNullable(row.getTimestamp("read_at"))
										.map((time) -> time.toInstant())
										.orElse(null)))))
			.list();
	}

	private List<Entry> mails(AccountId account) {
		return this.jdbc.sql("""
				select kind, created_at, state from notification.outbox
				where recipient = ? and recipient_kind = 'ACCOUNT' order by created_at desc""")
			.param(account.value())
			.query((row,
					number) -> new Entry(List.of(new Fact("notification.kind", kind(row.getString("kind"))),
							new Fact("notification.at", row.getTimestamp("created_at").toInstant()),
							new Fact("notification.state", MessageState.valueOf(row.getString("state"))))))
			.list();
	}

	private List<Entry> preferences(AccountId account) {
		return this.jdbc.sql("select * from notification.preference where account_id = ? order by topic, channel")
			.param(account.value())
			.query((row,
					number) -> new Entry(List.of(new Fact("notification.topic", Topic.valueOf(row.getString("topic"))),
							new Fact("notification.channel", Channel.valueOf(row.getString("channel"))),
							new Fact("notification.wanted", row.getBoolean("wanted")))))
			.list();
	}

	/** A newer node may have written one this node has no words for. */
	private static Object kind(String name) {
		for (Enum<?>[] kinds : List.of(HappeningKind.values(), AccountMessage.Kind.values())) {
			Optional<? extends Enum<?>> found = Arrays.stream(kinds)
				.filter((kind) -> kind.name().equals(name))
				.findFirst();
			if (found.isPresent()) {
				return found.get();
			}
		}
		return name;
	}

	@Override
	public void erase(AccountId account) {
		this.jdbc.sql("delete from notification.inbox_entry where account_id = ?").param(account.value()).update();
		this.jdbc.sql("delete from notification.preference where account_id = ?").param(account.value()).update();
		this.jdbc.sql("delete from notification.outbox where recipient = ? and recipient_kind = 'ACCOUNT'")
			.param(account.value())
			.update();
	}

}
