package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.SixteenDigits;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the staff say what they do about incidents. What they write is shown to
 * everybody, unless it is about a suspicion or a certificate, so a NIK in it is masked.
 */
@Service
@Transactional
public class IncidentDesk {

	private final IncidentRepository incidents;

	private final IncidentRows rows;

	private final Rewordings rewordings;

	private final CurrentActor actor;

	private final PageChanges pages;

	private final Clock clock;

	IncidentDesk(IncidentRepository incidents, IncidentRows rows, Rewordings rewordings, CurrentActor actor,
			PageChanges pages, Clock clock) {
		this.incidents = incidents;
		this.rows = rows;
		this.rewordings = rewordings;
		this.actor = actor;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Takes care of an incident.
	 * @param reason why, or how; only the staff read it
	 * @throws IllegalIncidentChange once it is over
	 */
	public void acknowledge(IncidentId id, String reason) {
		Instant now = this.clock.instant();
		change(id, (incident) -> incident.acknowledge(me(), now));
		this.rows.write(id, now, EntryKind.ACKNOWLEDGED, null, masked(reason), me(), true);
	}

	/**
	 * Says where the work stands.
	 * @param status an open one, the present one too
	 * @throws IllegalIncidentChange once it is over, or if that cannot follow
	 */
	public void update(IncidentId id, IncidentStatus status, String text) {
		change(id, (incident) -> incident.update(status));
		write(id, EntryKind.UPDATE, status, text);
	}

	/**
	 * Says that it is over.
	 * @throws IllegalIncidentChange while checks find one of its services down, and of a
	 * certificate, which checks would warn of again at once
	 */
	public void resolve(IncidentId id, String text) {
		Instant now = this.clock.instant();
		change(id, (incident) -> incident.resolve(this.rows.isConfirmedDown(id), now));
		write(id, EntryKind.RESOLVED, IncidentStatus.RESOLVED, text);
		this.rows.leaveAll(id, now);
	}

	/**
	 * Confirms what people said: from now on everybody may see it.
	 * @throws IllegalIncidentChange if it is no suspicion, or over
	 */
	public void confirm(IncidentId id, String text) {
		change(id, Incident::confirm);
		write(id, EntryKind.CONFIRMED, IncidentStatus.IDENTIFIED, text);
	}

	/**
	 * Says that there was nothing.
	 * @throws IllegalIncidentChange if it is no suspicion, or over
	 */
	public void dismiss(IncidentId id, String text) {
		Instant now = this.clock.instant();
		change(id, (incident) -> incident.dismiss(now));
		write(id, EntryKind.DISMISSED, IncidentStatus.DISMISSED, text);
		this.rows.leaveAll(id, now);
	}

	/**
	 * Writes down what was learned. What stood there before is kept.
	 * @param version of what was read there
	 * @throws IllegalIncidentChange if it is no outage
	 * @throws ConcurrencyFailureException if somebody wrote since then
	 */
	public void writePostMortem(IncidentId id, int version, String text) {
		this.rewordings.require(id, null, version);
		Instant now = this.clock.instant();
		change(id, (incident) -> {
			String before = incident.writePostMortem(masked(text), now);
			if (before != null) {
				this.rows.keepPostMortem(id, before, me(), now);
			}
		});
	}

	/**
	 * Changes what somebody of the staff wrote. What stood there before is kept.
	 * @param version of what was read there
	 * @throws ConcurrencyFailureException if somebody changed it since then
	 * @throws NotFound if there is no such entry
	 * @throws AccessDeniedException if somebody else wrote it, unless a coordinator or an
	 * administrator asks
	 */
	public void edit(IncidentId id, UUID entry, int version, String text) {
		AccountId author = this.rows.author(id, entry).orElseThrow(NotFound::new);
		if (!TimelineEntry.mayEdit(author, this.actor.get())) {
			throw new AccessDeniedException("Only its author words an entry anew");
		}
		this.rewordings.require(id, entry, version);
		this.rows.edit(entry, masked(text), me(), this.clock.instant());
		change(id, (incident) -> incident.edited(entry));
	}

	private void change(IncidentId id, Consumer<Incident> verb) {
		Incident incident = this.incidents.findById(id.value()).orElseThrow(NotFound::new);
		verb.accept(incident);
		this.incidents.saveAndFlush(incident);
		this.pages.changed(AvailabilityReport.PAGES);
	}

	private void write(IncidentId id, EntryKind kind, IncidentStatus status, String text) {
		this.rows.write(id, this.clock.instant(), kind, status, masked(text), me(), false);
	}

	private static String masked(String text) {
		return SixteenDigits.mask(text.strip());
	}

	private AccountId me() {
		return this.actor.get().requireAccount();
	}

}
