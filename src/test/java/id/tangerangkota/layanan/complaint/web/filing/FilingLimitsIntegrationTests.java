package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** How many reports one may hand in, and that nobody else is held back by it. */
@SpringBootTest
@Import({ Complaints.class, SetClock.class })
class FilingLimitsIntegrationTests {

	@Autowired
	private FilingLimits limits;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	private static String device() {
		return "Peramban " + UUID.randomUUID();
	}

	private static ServiceId thing() {
		return new ServiceId(UUID.randomUUID());
	}

	private boolean takes(String device, ServiceId about) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr("203.0.113.80");
		request.addHeader("User-Agent", device);
		Draft draft = Draft.begin(UUID.randomUUID(), Channel.WEB).withConcern(new Concern(About.SERVICE, about, true));
		try {
			this.limits.takeReport(request, draft);
			return true;
		}
		catch (TooManyTries ex) {
			assertThat(ex.retryAfter()).isPositive();
			return false;
		}
	}

	@Test
	void takesTenOfAnAccountWhateverTheDevice() {
		Acting.as(Actor.citizen(AccountId.random()));
		for (int i = 0; i < 10; i++) {
			assertThat(takes(device(), thing())).isTrue();
		}
		String device = device();
		assertThat(takes(device, thing())).isFalse();
		Acting.as(Actor.citizen(AccountId.random()));
		assertThat(takes(device, thing())).as("somebody else on it").isTrue();
	}

	@Test
	void takesTwoHundredOfAnOfficerAtACounterAboutOneThing() {
		Acting.as(Actor.staff(AccountId.random(), Set.of(Role.OFFICER), new AgencyId("dishub")));
		String device = device();
		ServiceId thing = thing();
		for (int i = 0; i < 200; i++) {
			assertThat(takes(device, thing)).isTrue();
		}
		assertThat(takes(device, thing)).isFalse();
		Acting.as(Actor.anonymous());
		assertThat(takes(device, thing)).as("what officers hand in is not counted for the device").isTrue();
	}

	@Test
	void takesThirtyOfADeviceAndGivesBackWhatItDidNotTake() {
		Acting.as(Actor.anonymous());
		String device = device();
		for (int i = 0; i < 30; i++) {
			assertThat(takes(device, thing())).isTrue();
		}
		Actor siti = Actor.citizen(AccountId.random());
		ServiceId thing = thing();
		Acting.as(siti);
		for (int i = 0; i < 12; i++) {
			assertThat(takes(device, thing)).isFalse();
		}
		String other = device();
		for (int i = 0; i < 3; i++) {
			assertThat(takes(other, thing)).as("neither the account nor the neighbour paid for it").isTrue();
		}
		assertThat(takes(other, thing)).as("about one thing").isFalse();
		assertThat(takes(other, thing())).isTrue();
	}

}
