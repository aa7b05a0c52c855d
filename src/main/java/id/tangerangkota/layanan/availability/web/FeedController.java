package id.tangerangkota.layanan.availability.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.XmlText;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Incidents for feed readers (Atom, RFC 4287). */
@Controller
class FeedController {

	static final String PATH = "/feed/insiden.atom";

	private static final int MOST = 50;

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	private final Incidents incidents;

	private final IncidentTitles titles;

	private final Links links;

	private final Words words;

	private final Demo demo;

	FeedController(Incidents incidents, IncidentTitles titles, Links links, Words words, Demo demo) {
		this.incidents = incidents;
		this.titles = titles;
		this.links = links;
		this.words = words;
		this.demo = demo;
	}

	@GetMapping(path = PATH, produces = "application/atom+xml")
	@ResponseBody
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	String feed(Locale locale) {
		List<IncidentSummary> newest = Stream
			.concat(this.incidents.open().stream(), this.incidents.recent(1, MOST).items().stream())
			.limit(MOST)
			.toList();
		Map<ServiceId, ServiceSummary> services = this.titles.services(newest);
		Map<IncidentId, Instant> told = this.incidents.lastTold(newest.stream().map(IncidentSummary::id).toList());
		Language language = Language.of(locale);
		return XmlText.of((xml) -> {
			xml.writeStartElement("feed");
			xml.writeDefaultNamespace(NAMESPACE);
			XmlText.element(xml, "id", this.links.absolute(PATH));
			XmlText.element(xml, "title", title(locale));
			link(xml, "self", this.links.absolute(PATH, language));
			link(xml, "alternate", this.links.absolute(StatusController.PATH, language));
			xml.writeStartElement("author");
			XmlText.element(xml, "name", this.words.say("web.site.name", locale));
			xml.writeEndElement();
			XmlText.element(xml, "updated",
					newest.stream()
						.map((incident) -> updated(incident, told))
						.max(Instant::compareTo)
						.orElse(Instant.EPOCH)
						.toString());
			for (IncidentSummary incident : newest) {
				entry(xml, incident, services, updated(incident, told), locale);
			}
			xml.writeEndElement();
		});
	}

	private String title(Locale locale) {
		String title = this.words.say("availability.history", locale);
		return this.demo.on() ? this.words.say("availability.demo.title", locale, title) : title;
	}

	private void entry(XMLStreamWriter xml, IncidentSummary incident, Map<ServiceId, ServiceSummary> services,
			Instant updated, Locale locale) throws XMLStreamException {
		String page = this.links.absolute("/status/insiden/" + incident.id(), Language.of(locale));
		xml.writeStartElement("entry");
		XmlText.element(xml, "id", "urn:uuid:" + incident.id());
		XmlText.element(xml, "title", this.titles.title(incident, services, locale));
		link(xml, "alternate", page);
		XmlText.element(xml, "published", incident.startedAt().toString());
		XmlText.element(xml, "updated", updated.toString());
		String summary = this.titles.status(incident, locale) + ". "
				+ this.words.span(incident.startedAt(), incident.endedAt(), locale);
		XmlText.element(xml, "summary", IncidentTitles.isVerified(incident, services) ? summary
				: this.words.say("availability.unverified", locale, summary));
		xml.writeEndElement();
	}

	private static Instant updated(IncidentSummary incident, Map<IncidentId, Instant> told) {
		return told.getOrDefault(incident.id(), incident.startedAt());
	}

	private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", href);
	}

}
