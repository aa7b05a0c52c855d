package id.tangerangkota.layanan.browser;

import java.util.Set;

import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

/** Invites people into the staff and lets them join, each anew. */
@TestComponent
class StaffMembers {

	private static final String NAME = "Budi Santoso";

	private final StaffDesk desk;

	private final Letterbox letterbox;

	StaffMembers(StaffDesk desk, Letterbox letterbox) {
		this.desk = desk;
		this.letterbox = letterbox;
	}

	/** The address at which somebody who was invited joins. */
	String invite(@Nullable AgencyId agency, Role... roles) {
		return link(email(), agency, roles);
	}

	/** Joins, and gives the e-mail address of whoever joined. */
	String join(Page page, @Nullable AgencyId agency, Role... roles) {
		String email = email();
		People.join(page, link(email, agency, roles), NAME, "");
		return email;
	}

	private static String email() {
		return Niks.next() + "@contoh.go.id";
	}

	private String link(String email, @Nullable AgencyId agency, Role... roles) {
		this.desk.invite(new Email(email), Set.of(roles), agency);
		return this.letterbox.link(email, Kind.STAFF_INVITATION).replaceFirst("\\?.*", "");
	}

}
