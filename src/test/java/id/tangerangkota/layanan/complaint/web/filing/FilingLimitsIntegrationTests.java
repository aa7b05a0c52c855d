package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.TooManyTries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** How many reports one may hand in, and that nobody else is held back by it. */
@SetTimeTest
class FilingLimitsIntegrationTests {

	@Autowired
	private FilingLimits limits;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	/** One phone like all others, with a session of its own. */
	private static MockHttpSession device() {
		return new MockHttpSession(null, UUID.randomUUID().toString());
	}

	private static ServiceId thing() {
		return new ServiceId(UUID.randomUUID());
	}

	private boolean takes(MockHttpSession device, ServiceId about) {
		return takes("203.0.113.80", device, about);
	}

	private boolean takes(String address, MockHttpSession device, ServiceId about) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		request.setSession(device);
		request.addHeader("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) Chrome/150.0.0.0 Mobile Safari/537.36");
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
		ServiceId thing = thing();
		MockHttpSession device = device();
		for (int i = 0; i < 10; i++) {
			assertThat(takes(device, thing)).as("also about one thing").isTrue();
		}
		assertThat(takes(device(), thing())).isFalse();
		Acting.as(Actor.citizen(AccountId.random()));
		assertThat(takes(device, thing)).as("somebody else on it").isTrue();
	}

	@Test
	void takesTwoHundredOfAnOfficerAtACounterAboutOneThing() {
		Acting.as(Actor.staff(AccountId.random(), Set.of(Role.OFFICER), new AgencyId("dishub")));
		MockHttpSession device = device();
		ServiceId thing = thing();
		for (int i = 0; i < 200; i++) {
			assertThat(takes(device, thing)).isTrue();
		}
		assertThat(takes(device, thing)).isFalse();
		Acting.as(Actor.anonymous());
		assertThat(takes(device, thing)).as("what officers hand in is not counted for the device").isTrue();
	}

	@Test
	void takesThirtyOfADeviceAndThreeAboutOneThing() {
		Acting.as(Actor.anonymous());
		MockHttpSession device = device();
		for (int i = 0; i < 30; i++) {
			assertThat(takes(device, thing())).isTrue();
		}
		assertThat(takes(device, thing())).isFalse();
		MockHttpSession other = device();
		ServiceId thing = thing();
		for (int i = 0; i < 3; i++) {
			assertThat(takes(other, thing)).as("the neighbour did not pay for it").isTrue();
		}
		assertThat(takes(other, thing)).as("about one thing").isFalse();
		assertThat(takes(other, thing())).isTrue();
	}

	@Test
	void takesAHundredNeighboursAboutOneThingAndNoMore() {
		Acting.as(Actor.anonymous());
		ServiceId thing = thing();
		for (int i = 0; i < 100; i++) {
			assertThat(takes("198.51.100." + i, device(), thing)).isTrue();
		}
		MockHttpSession next = device();
		assertThat(takes("198.51.100.200", next, thing)).isFalse();
		assertThat(takes("198.51.100.200", next, thing())).as("about something else").isTrue();
		Acting.as(Actor.citizen(AccountId.random()));
		assertThat(takes("198.51.100.200", next, thing)).as("whoever is signed in").isTrue();
	}

}
