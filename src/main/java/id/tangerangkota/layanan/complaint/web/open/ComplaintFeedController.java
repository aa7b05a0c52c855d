package id.tangerangkota.layanan.complaint.web.open;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.XmlText;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Public complaints for feed readers (Atom, RFC 4287): all, of a category, of a kelurahan
 * or kecamatan.
 */
@Controller
class ComplaintFeedController {

	static final String PATH = "/feed/pengaduan.atom";

	private static final int MOST = 50;

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	private final PublicComplaints complaints;

	private final ComplaintCategories categories;

	private final CodeNames names;

	private final OpenWords words;

	private final Links links;

	private final Demo demo;

	ComplaintFeedController(PublicComplaints complaints, ComplaintCategories categories, CodeNames names,
			OpenWords words, Links links, Demo demo) {
		this.complaints = complaints;
		this.categories = categories;
		this.names = names;
		this.words = words;
		this.links = links;
		this.demo = demo;
	}

	/** The feed that is nearest to a list; outages have a feed of their own. */
	static String href(PublicFilter filter) {
		return query(filter.category(), filter.region()).at(PATH);
	}

	private static Query query(@Nullable String category, @Nullable RegionCode region) {
		return Query.EMPTY.with("kategori", category).with("wilayah", (region != null) ? region.value() : null);
	}

	@GetMapping(path = PATH, produces = "application/atom+xml")
	@ResponseBody
	@CachedPage(parameters = { "kategori", "wilayah" }, tags = PublicComplaints.PAGES)
	String feed(@RequestParam(required = false) @Nullable String kategori,
			@RequestParam(required = false) @Nullable String wilayah, Locale locale) {
		String category = StringUtils.hasText(kategori) ? kategori : null;
		RegionCode region = region(wilayah);
		if (category != null && this.categories.find(category).isEmpty()) {
			throw new NotFound();
		}
		List<PublicComplaint> newest = this.complaints
			.list(new PublicFilter(Set.of(), category, null, null, region, null, false, null, null, false), 1, MOST)
			.complaints();
		CodeNames.Known known = this.names.of(newest);
		String where = known.region(region);
		if (region != null && where == null) {
			throw new NotFound();
		}
		String title = Stream
			.of(this.words.say("complaint-open.title", locale),
					(category != null) ? known.category(category, locale) : null, where)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(": "));
		return write(newest, known, title, query(category, region), locale);
	}

	private static @Nullable RegionCode region(@Nullable String code) {
		if (!StringUtils.hasText(code)) {
			return null;
		}
		if (!RegionCode.isValid(code)) {
			throw new NotFound();
		}
		return new RegionCode(code);
	}

	private String write(List<PublicComplaint> newest, CodeNames.Known known, String title, Query query,
			Locale locale) {
		Language language = Language.of(locale);
		return XmlText.of((xml) -> {
			xml.writeStartElement("feed");
			xml.writeDefaultNamespace(NAMESPACE);
			XmlText.element(xml, "id", this.links.absolute(query.at(PATH)));
			XmlText.element(xml, "title",
					this.demo.on() ? this.words.say("complaint-open.feed.demo", locale, title) : title);
			link(xml, "self", this.links.absolute(query.at(PATH), language));
			link(xml, "alternate", this.links.absolute(query.at(ComplaintListForm.PATH), language));
			xml.writeStartElement("author");
			XmlText.element(xml, "name", this.words.say("web.site.name", locale));
			xml.writeEndElement();
			XmlText.element(xml, "updated",
					newest.stream()
						.map(PublicComplaint::updatedAt)
						.max(Instant::compareTo)
						.orElse(Instant.EPOCH)
						.toString());
			for (PublicComplaint complaint : newest) {
				entry(xml, complaint, known, locale);
			}
			xml.writeEndElement();
		});
	}

	private void entry(XMLStreamWriter xml, PublicComplaint complaint, CodeNames.Known known, Locale locale)
			throws XMLStreamException {
		ComplaintRow row = ComplaintRow.of(complaint, known, this.words, locale);
		xml.writeStartElement("entry");
		XmlText.element(xml, "id", "urn:uuid:" + complaint.id());
		XmlText.element(xml, "title", plain(row.subject()));
		link(xml, "alternate",
				this.links.absolute(ComplaintListForm.PATH + "/" + complaint.ticket(), Language.of(locale)));
		XmlText.element(xml, "published", complaint.receivedAt().toString());
		XmlText.element(xml, "updated", complaint.updatedAt().toString());
		xml.writeEmptyElement("category");
		xml.writeAttribute("term", complaint.category());
		xml.writeAttribute("label", known.category(complaint.category(), locale));
		String due = row.due();
		XmlText.element(xml, "summary", row.stateText() + ". " + row.about() + ". " + ((due != null) ? due + ". " : "")
				+ plain(complaint.text()));
		xml.writeEndElement();
	}

	/** What people type may hold characters that XML does not know. */
	private static String plain(String text) {
		return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "");
	}

	private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", href);
	}

}
