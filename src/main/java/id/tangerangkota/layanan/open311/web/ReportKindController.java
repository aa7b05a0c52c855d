package id.tangerangkota.layanan.open311.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.open311.web.Part.Thing;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be reported, and what is asked then. */
@Controller
class ReportKindController {

	private static final String PATH = "/open311/v2/services";

	private static final String JURISDICTION = "jurisdiction_id";

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Definitions definitions;

	private final Jurisdiction jurisdiction;

	private final MessageSource messages;

	ReportKindController(ComplaintCategories categories, ServiceCatalog catalog, Definitions definitions,
			Jurisdiction jurisdiction, MessageSource messages) {
		this.categories = categories;
		this.catalog = catalog;
		this.definitions = definitions;
		this.jurisdiction = jurisdiction;
		this.messages = messages;
	}

	@GetMapping({ PATH, PATH + "." + Format.PATTERN })
	@CachedPage(uncached = JURISDICTION, tags = CatalogDesk.PAGES)
	ResponseEntity<String> services(@PathVariable(required = false) @Nullable String format,
			@RequestParam(name = JURISDICTION, required = false) @Nullable String jurisdictionId, Locale locale) {
		this.jurisdiction.check(jurisdictionId);
		Map<String, Agency> agencies = this.catalog.agencies()
			.stream()
			.collect(Collectors.toMap(Agency::code, (agency) -> agency));
		return Format.of(format)
			.answer(new Many("services",
					this.categories.all()
						.stream()
						.map((category) -> service(category, agencies.get(category.agency().code()), locale))
						.toList()));
	}

	/** Every kind of report has questions of its own, and gets its number at once. */
	private Thing service(ComplaintCategory category, @Nullable Agency agency, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		return Part.thing("service", Part.value("service_code", category.code()),
				Part.value("service_name", english ? category.nameEn() : category.name()),
				Part.value("description", description(category, english, locale)), Part.value("metadata", true),
				Part.value("type", "realtime"), Part.value("keywords", english ? category.name() : category.nameEn()),
				Part.value("group",
						(agency == null) ? category.agency().code() : english ? agency.nameEn() : agency.name()));
	}

	private String description(ComplaintCategory category, boolean english, Locale locale) {
		List<String> sentences = new ArrayList<>();
		if (category.emergency()) {
			sentences.add(say("open311.emergency", locale));
		}
		if (category.sensitive()) {
			sentences.add(say("open311.sensitive", locale));
		}
		sentences.add(english ? category.scopeEn() : category.scope());
		return String.join(" ", sentences);
	}

	@GetMapping({ PATH + "/{code:[^.]+}", PATH + "/{code:[^.]+}." + Format.PATTERN })
	@CachedPage(uncached = JURISDICTION, tags = CatalogDesk.PAGES)
	ResponseEntity<String> definition(@PathVariable String code,
			@PathVariable(required = false) @Nullable String format,
			@RequestParam(name = JURISDICTION, required = false) @Nullable String jurisdictionId, Locale locale) {
		this.jurisdiction.check(jurisdictionId);
		ComplaintCategory category = this.categories.find(code)
			.orElseThrow(() -> Refused.notFound("open311.error.service-code"));
		List<Attribute> attributes = this.definitions.of(category, locale);
		List<Part> parts = new ArrayList<>();
		for (Attribute attribute : attributes) {
			parts.add(attribute(attribute, parts.size() + 1, locale));
		}
		return Format.of(format)
			.answer(Part.thing("service_definition", Part.value("service_code", category.code()),
					new Many("attributes", parts)));
	}

	private Thing attribute(Attribute attribute, int order, Locale locale) {
		String key = "open311.attribute." + attribute.code();
		List<Part> parts = new ArrayList<>(
				List.of(Part.value("variable", true), Part.value("code", attribute.code().toString()),
						Part.value("datatype", attribute.datatype()), Part.value("required", attribute.required()),
						Part.value("datatype_description", say(key + ".hint", locale)), Part.value("order", order),
						Part.value("description", say(key, locale))));
		if (!attribute.values().isEmpty()) {
			parts.add(new Many("values", attribute.list()));
		}
		return new Thing("attribute", parts);
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
