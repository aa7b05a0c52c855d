package id.tangerangkota.layanan.notification.inbox;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.web.HeaderBadge;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The way to one's messages, with the number of those that were not read. */
@Component
class InboxBadge implements HeaderBadge {

	private final CurrentActor actor;

	private final Inbox inbox;

	InboxBadge(CurrentActor actor, Inbox inbox) {
		this.actor = actor;
		this.inbox = inbox;
	}

	@Override
	public @Nullable Badge badge() {
		AccountId account = this.actor.get().account();
		return (account != null)
				? new Badge("/akun/pesan", "notification.inbox", this.inbox.unread(account), Inbox.COUNT_LIMIT) : null;
	}

}
