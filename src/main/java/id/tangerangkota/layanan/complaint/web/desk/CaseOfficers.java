package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffFilter;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.web.Choice;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Who of the staff a case can be given to, and what they are called. */
@Component
class CaseOfficers {

	private final StaffDirectory directory;

	CaseOfficers(StaffDirectory directory) {
		this.directory = directory;
	}

	/** Whom an id names; nobody if it is none. */
	static Optional<AccountId> parse(@Nullable String id) {
		try {
			return StringUtils.hasText(id) ? Optional.of(AccountId.parse(id)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Officers of an agency; of none, the inspectors. */
	List<Choice> of(@Nullable AgencyId agency, boolean supervisory) {
		Role role = supervisory ? Role.INSPECTOR : Role.OFFICER;
		return this.directory.find(new StaffFilter("", AccountState.ACTIVE, role, supervisory ? null : agency))
			.stream()
			.map((member) -> new Choice(member.id().toString(), label(member)))
			.toList();
	}

	/** Codes of those that have any officer. */
	Set<String> agencies() {
		return this.directory.find(new StaffFilter("", AccountState.ACTIVE, Role.OFFICER, null))
			.stream()
			.flatMap((member) -> Stream.ofNullable(member.agency()))
			.map(AgencyId::code)
			.collect(Collectors.toSet());
	}

	/** Whether anybody else of an agency may decide what these may not again. */
	boolean hasOthers(AgencyId agency, Collection<AccountId> barred) {
		return this.directory.active(EnumSet.of(Role.OFFICER, Role.AGENCY_HEAD), agency)
			.stream()
			.anyMatch((member) -> !barred.contains(member));
	}

	/** The names of all, so that a page asks once. */
	Map<AccountId, String> names() {
		Map<AccountId, String> names = new HashMap<>();
		this.directory.find(StaffFilter.NONE).forEach((member) -> names.put(member.id(), label(member)));
		return names;
	}

	private static String label(StaffMember member) {
		String label = member.label();
		return (label != null) ? label : member.id().toString().substring(0, 8);
	}

}
