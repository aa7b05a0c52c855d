package id.tangerangkota.layanan.identity.web;

import java.util.Locale;

import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** Puts what is known about the staff into words. */
@Component
class StaffViews {

	private final StaffChoices choices;

	private final PageClock clock;

	StaffViews(StaffChoices choices, PageClock clock) {
		this.choices = choices;
		this.clock = clock;
	}

	StaffView of(StaffMember member, Locale locale) {
		Language language = Language.of(locale);
		return new StaffView(member.id().toString(), member.label(),
				(member.email() != null) ? member.email().value() : null,
				member.roles().stream().map((role) -> this.choices.role(role, locale)).toList(),
				this.choices.agency(member.agency(), locale), member.state(), tag(member.state()),
				this.clock.format(member.createdAt(), language),
				(member.lastSignInAt() != null) ? this.clock.format(member.lastSignInAt(), language) : null,
				member.secured());
	}

	private static String tag(AccountState state) {
		return switch (state) {
			case ACTIVE -> "up";
			case INVITED -> "unknown";
			default -> "obsolete";
		};
	}

}
