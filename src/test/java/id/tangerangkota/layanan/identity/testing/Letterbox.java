package id.tangerangkota.layanan.identity.testing;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.awaitility.Awaitility.await;

/** Takes messages in place of the mail, once their transaction is done. */
@TestComponent
@Primary
public class Letterbox implements MessageDelivery {

	private final List<AccountMessage> messages = new CopyOnWriteArrayList<>();

	private volatile boolean possible = true;

	@Override
	public void deliver(AccountMessage message) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Letterbox.this.messages.add(message);
			}

		});
	}

	@Override
	public boolean isPossible() {
		return this.possible;
	}

	/** As without a mail server, or with one again. */
	public void setPossible(boolean possible) {
		this.possible = possible;
	}

	/** All for an address, the oldest first. */
	public List<AccountMessage> to(String email) {
		return this.messages.stream().filter((message) -> message.email().equals(email)).toList();
	}

	/** Path of the newest link of a kind for an address; some come after the answer. */
	public String link(String email, Kind kind) {
		AccountMessage newest = await().until(() -> newest(email, kind), Objects::nonNull);
		return Objects.requireNonNull(newest.link()).replaceFirst("^https?://[^/]+", "");
	}

	private @Nullable AccountMessage newest(String email, Kind kind) {
		return to(email).stream()
			.filter((message) -> message.kind() == kind)
			.reduce((first, second) -> second)
			.orElse(null);
	}

}
