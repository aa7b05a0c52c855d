package id.tangerangkota.layanan.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people chose to be told, and how. Everything that concerns them unless they did.
 */
@Component
public class Preferences {

	private final JdbcClient jdbc;

	private final UnwantedMessages unwanted;

	Preferences(JdbcClient jdbc, UnwantedMessages unwanted) {
		this.jdbc = jdbc;
		this.unwanted = unwanted;
	}

	/** One way to be told of one topic. */
	public record Choice(Topic topic, Channel channel) {
	}

	/** The wishes of several people. */
	record Wishes(Map<UUID, Set<Choice>> unwanted) {

		boolean want(Addressee person, Channel channel) {
			return !person.topic().isOptional()
					|| !this.unwanted.getOrDefault(person.id(), Set.of()).contains(new Choice(person.topic(), channel));
		}

	}

	/** The topics somebody can choose about. */
	public static List<Topic> topics(Actor actor) {
		return Arrays.stream(Topic.values()).filter((topic) -> topic.isOptional() && topic.concerns(actor)).toList();
	}

	Wishes of(Collection<UUID> accounts) {
		Map<UUID, Set<Choice>> unwanted = new HashMap<>();
		this.jdbc.sql("""
				select account_id, topic, channel from notification.preference
				where account_id = any (?) and not wanted""").param(accounts.toArray(UUID[]::new)).query((row) -> {
			unwanted.computeIfAbsent(row.getObject("account_id", UUID.class), (id) -> new HashSet<>())
				.add(new Choice(Topic.valueOf(row.getString("topic")), Channel.valueOf(row.getString("channel"))));
		});
		return new Wishes(unwanted);
	}

	/** What somebody does not want. */
	@Transactional(readOnly = true)
	public Set<Choice> unwanted(AccountId account) {
		return of(Set.of(account.value())).unwanted().getOrDefault(account.value(), Set.of());
	}

	/** Sets whether somebody wants to be told so. */
	@Transactional
	public void set(AccountId account, Choice choice, boolean wanted) {
		if (!choice.topic().isOptional()) {
			return;
		}
		this.jdbc.sql("""
				insert into notification.preference (account_id, topic, channel, wanted)
				values (:account, :topic, :channel, :wanted)
				on conflict (account_id, topic, channel) do update set wanted = excluded.wanted""")
			.param("account", account.value())
			.param("topic", choice.topic().name())
			.param("channel", choice.channel().name())
			.param("wanted", wanted)
			.update();
		if (!wanted && choice.channel() == Channel.EMAIL) {
			this.unwanted.forget(RecipientKind.ACCOUNT, account.value(), choice.topic());
		}
	}

}
