package id.tangerangkota.layanan.quality.web;

import java.util.List;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Who sees whose quality. */
@Component
class DashboardAccess {

	/** Who sees all agencies. */
	private static final List<Role> ALL = List.of(Role.COORDINATOR, Role.LEADERSHIP, Role.ADMINISTRATOR, Role.AUDITOR);

	/** Who works with cases, so that links may lead to them. */
	private static final List<Role> CASES = List.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.INSPECTOR,
			Role.LEADERSHIP);

	/** Who reads inspections. */
	private static final List<Role> INSPECTIONS = List.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR,
			Role.LEADERSHIP, Role.ADMINISTRATOR);

	private final CurrentActor actor;

	DashboardAccess(CurrentActor actor) {
		this.actor = actor;
	}

	/** The only agency somebody sees; null for those who see all. */
	@Nullable AgencyId only() {
		Actor current = this.actor.get();
		return ALL.stream().anyMatch(current::is) ? null : current.agency();
	}

	boolean sees(@Nullable String agency) {
		AgencyId only = only();
		return only == null || only.code().equals(agency);
	}

	boolean changesScales() {
		return this.actor.get().is(Role.ADMINISTRATOR);
	}

	boolean opensCases() {
		return CASES.stream().anyMatch(this.actor.get()::is);
	}

	boolean opensInspections() {
		return INSPECTIONS.stream().anyMatch(this.actor.get()::is);
	}

}
