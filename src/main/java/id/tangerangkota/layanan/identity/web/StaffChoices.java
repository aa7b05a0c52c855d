package id.tangerangkota.layanan.identity.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Roles, agencies and states as forms offer them. */
@Component
class StaffChoices {

	private final AgencyNames agencies;

	private final MessageSource messages;

	StaffChoices(AgencyNames agencies, MessageSource messages) {
		this.agencies = agencies;
		this.messages = messages;
	}

	List<Choice> roles(Locale locale) {
		return Arrays.stream(Role.values())
			.map((role) -> new Choice(role.name(), role(role, locale), text("staff.role.text." + role.name(), locale)))
			.toList();
	}

	String role(Role role, Locale locale) {
		return text("staff.role." + role.name(), locale);
	}

	/** The states somebody of the staff can be in. */
	List<Choice> states(Locale locale) {
		return Stream.of(AccountState.ACTIVE, AccountState.INVITED, AccountState.DEACTIVATED)
			.map((state) -> new Choice(state.name(), text("staff.state." + state.name(), locale)))
			.toList();
	}

	List<Choice> agencies(Locale locale) {
		return this.agencies.all(Language.of(locale))
			.stream()
			.map((agency) -> new Choice(agency.code(), agency.name()))
			.toList();
	}

	@Nullable String agency(@Nullable AgencyId agency, Locale locale) {
		return (agency != null) ? this.agencies.name(agency, Language.of(locale)) : null;
	}

	/** The same list with a first line that stands for none or any. */
	List<Choice> optional(List<Choice> choices, String key, Locale locale) {
		List<Choice> all = new ArrayList<>();
		all.add(new Choice("", text(key, locale)));
		all.addAll(choices);
		return all;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
