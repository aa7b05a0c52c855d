package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an incident, and when.
 *
 * @param status where the work stood from then on, null when that did not change
 * @param service which service, null when it is about all
 * @param text what the staff wrote, null for automatic entries
 * @param author who of the staff wrote it, null for automatic entries
 * @param forStaff whether only the staff may read it
 * @param editedAt when the text was last edited, null when never
 */
public record TimelineEntry(UUID id, Instant at, EntryKind kind, @Nullable IncidentStatus status,
		@Nullable ServiceId service, @Nullable String text, @Nullable AccountId author, boolean forStaff,
		@Nullable Instant editedAt) {

	/** Whether somebody of the staff wrote it. */
	public boolean byStaff() {
		return this.author != null;
	}

	/** Whether somebody may word it anew. */
	public boolean isEditableBy(Actor actor) {
		return this.author != null && this.text != null && mayEdit(this.author, actor);
	}

	/** Who wrote it may, and who answers for what the city says. */
	static boolean mayEdit(AccountId author, Actor actor) {
		return author.equals(actor.account()) || actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
	}

}
