package id.tangerangkota.layanan.notification.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.privacy.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/** What administrators see first of messages: whether there is a mail server at all. */
@PortalTest
class MessagesPageIntegrationTests {

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Letterbox letters;

	@AfterEach
	void setUpAgain() {
		this.letters.setPossible(true);
	}

	@Test
	void saysThatNoMailIsSentAsLongAsThereIsNoServer() {
		this.letters.setPossible(false);
		Element banner = banners("/admin/pesan").first();
		assertThat(banner).isNotNull();
		assertThat(banner.attr("role")).isEqualTo("region");
		assertThat(banner.select("#" + banner.attr("aria-labelledby")).text())
			.isEqualTo("Tidak ada surel yang terkirim");
		assertThat(banner.text()).contains("spring.mail.host", "kedaluwarsa");
		assertThat(banners("/admin/pesan?lang=en").text()).contains("No e-mail is sent", "spring.mail.host");
		assertThat(banners("/admin/pesan?keadaan=gagal")).as("however the list is narrowed").hasSize(1);
	}

	@Test
	void saysNothingOfAServerThatIsThere() {
		assertThat(banners("/admin/pesan")).isEmpty();
	}

	private Elements banners(String path) {
		MvcTestResult shown = this.mvc.get()
			.uri(path)
			.with(authentication(People.authentication(ADMINISTRATOR)))
			.exchange();
		assertThat(shown).hasStatusOk();
		return Jsoup.parse(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
			.select("main .banner-warning");
	}

}
