package id.tangerangkota.layanan.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.XmlText;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What browsers and search engines read: site maps, robots.txt, the description of the
 * search.
 */
@Controller
@ResponseBody
class MachinePagesController {

	/** The format allows 50,000 addresses a file; each service has two. */
	private static final int SERVICES_PER_MAP = 20_000;

	private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final List<String> PAGES = List.of("/", "/layanan", "/perangkat-daerah", "/status", "/pengaduan",
			"/pengaduan/peta", "/pengaduan/kinerja", "/mutu/pemakaian", "/tentang", "/bantuan", "/aksesibilitas",
			"/privasi");

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final Links links;

	private final MessageSource messages;

	MachinePagesController(ServiceCatalog catalog, Regions regions, Links links, MessageSource messages) {
		this.catalog = catalog;
		this.regions = regions;
		this.links = links;
		this.messages = messages;
	}

	@GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
	@CachedPage
	String robots() {
		return """
				User-agent: *
				Disallow: /buka/
				Disallow: /layanan?q=
				Disallow: /pengaduan/lacak
				Disallow: /pengaduan/saya
				Sitemap: %s
				""".formatted(this.links.absolute("/sitemap.xml"));
	}

	@GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
	@CachedPage(tags = CatalogDesk.PAGES)
	String sitemap() {
		long maps = (this.catalog.totals(null).services() + SERVICES_PER_MAP - 1) / SERVICES_PER_MAP;
		return XmlText.of((xml) -> {
			xml.writeStartElement("sitemapindex");
			xml.writeDefaultNamespace(SITEMAP);
			writeMap(xml, "/sitemap/halaman.xml");
			for (int map = 1; map <= maps; map++) {
				writeMap(xml, "/sitemap/layanan-" + map + ".xml");
			}
			xml.writeEndElement();
		});
	}

	private void writeMap(XMLStreamWriter xml, String href) throws XMLStreamException {
		xml.writeStartElement("sitemap");
		XmlText.element(xml, "loc", this.links.absolute(href));
		xml.writeEndElement();
	}

	@GetMapping(path = "/sitemap/halaman.xml", produces = MediaType.APPLICATION_XML_VALUE)
	@CachedPage(tags = CatalogDesk.PAGES)
	String pages() {
		List<String> pages = new ArrayList<>(PAGES);
		this.catalog.categories().stream().map(Category::slug).forEach((slug) -> pages.add("/kategori/" + slug));
		this.catalog.agencies().stream().map(Agency::code).forEach((code) -> pages.add("/perangkat-daerah/" + code));
		this.regions.districts().stream().map(District::slug).forEach((slug) -> pages.add("/kecamatan/" + slug));
		return urls(pages);
	}

	@GetMapping(path = "/sitemap/layanan-{map:[0-9]{1,4}}.xml", produces = MediaType.APPLICATION_XML_VALUE)
	@CachedPage(tags = CatalogDesk.PAGES)
	String services(@PathVariable int map) {
		List<String> slugs = (map < 1) ? List.of() : this.catalog.slugs((map - 1) * SERVICES_PER_MAP, SERVICES_PER_MAP);
		if (slugs.isEmpty()) {
			throw new NotFound();
		}
		return urls(slugs.stream().map((slug) -> "/layanan/" + slug).toList());
	}

	/** Every page in both languages. */
	private String urls(List<String> hrefs) {
		return XmlText.of((xml) -> {
			xml.writeStartElement("urlset");
			xml.writeDefaultNamespace(SITEMAP);
			for (String href : hrefs) {
				for (Language language : Language.values()) {
					xml.writeStartElement("url");
					XmlText.element(xml, "loc", this.links.absolute(href, language));
					xml.writeEndElement();
				}
			}
			xml.writeEndElement();
		});
	}

	@GetMapping(path = "/opensearch.xml", produces = "application/opensearchdescription+xml")
	@CachedPage
	String openSearch(Locale locale) {
		return XmlText.of((xml) -> {
			xml.writeStartElement("OpenSearchDescription");
			xml.writeDefaultNamespace("http://a9.com/-/spec/opensearch/1.1/");
			XmlText.element(xml, "ShortName", this.messages.getMessage("portal.opensearch.name", null, locale));
			XmlText.element(xml, "Description",
					this.messages.getMessage("portal.opensearch.description", null, locale));
			XmlText.element(xml, "InputEncoding", "UTF-8");
			xml.writeEmptyElement("Url");
			xml.writeAttribute("type", MediaType.TEXT_HTML_VALUE);
			xml.writeAttribute("template", this.links.absolute("/layanan?q={searchTerms}", Language.of(locale)));
			xml.writeEndElement();
		});
	}

}
