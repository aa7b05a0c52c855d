package id.tangerangkota.layanan.open311.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads clients to the endpoint. */
@Controller
class DiscoveryController {

	private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

	private static final String ENDPOINT = "/open311/v2";

	private final MessageSource messages;

	private final Links links;

	private final Demo demo;

	private final Clock clock;

	DiscoveryController(MessageSource messages, Links links, Demo demo, Clock clock) {
		this.messages = messages;
		this.links = links;
		this.demo = demo;
		this.clock = clock;
	}

	@GetMapping({ "/open311/discovery." + Format.PATTERN, ENDPOINT + "/discovery." + Format.PATTERN })
	ResponseEntity<String> discovery(@PathVariable String format, Locale locale) {
		String help = this.links.absolute("/bantuan", Language.of(locale));
		return Format.of(format)
			.answer(Part.thing("discovery", Part.value("changeset", changeset()),
					Part.value("contact", say("open311.contact", locale, help)),
					Part.value("key_service", say("open311.key-service", locale, help)),
					new Many("endpoints", List.of(endpoint()))));
	}

	private Part endpoint() {
		return Part.thing("endpoint", Part.value("specification", SPECIFICATION),
				Part.value("url", this.links.absolute(ENDPOINT)), Part.value("changeset", changeset()),
				Part.value("type", this.demo.on() ? "test" : "production"), new Many("formats",
						List.of(Part.value("format", "text/xml"), Part.value("format", "application/json"))));
	}

	/**
	 * The beginning of the day: categories and the catalogue's services may change any
	 * day, and it is the same on all nodes. Clients that keep them fetch them daily.
	 */
	private String changeset() {
		LocalDate today = PageClock.day(this.clock.instant());
		return Moments.write(PageClock.start(today));
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
