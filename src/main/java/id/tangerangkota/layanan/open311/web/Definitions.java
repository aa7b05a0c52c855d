package id.tangerangkota.layanan.open311.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.open311.web.Attribute.Code;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a report of a category is asked besides what all are. */
@Component
class Definitions {

	static final String YES = "ya";

	static final String NO = "tidak";

	private static final int AT_ONCE = 100;

	private final ServiceCatalog catalog;

	private final MessageSource messages;

	Definitions(ServiceCatalog catalog, MessageSource messages) {
		this.catalog = catalog;
		this.messages = messages;
	}

	/** Whether reports of this category are about a service of the catalogue. */
	static boolean isAboutService(ComplaintCategory category) {
		return category.code().equals(ComplaintCategories.DIGITAL_SERVICE);
	}

	List<Attribute> of(ComplaintCategory category, Locale locale) {
		List<Attribute> attributes = new ArrayList<>();
		if (isAboutService(category)) {
			attributes.add(new Attribute(Code.LAYANAN, true, services()));
		}
		if (category.onlyFor() == null) {
			attributes.add(new Attribute(Code.JENIS, false, kinds(locale)));
		}
		attributes.add(Attribute.text(Code.JUDUL));
		if (!category.sensitive()) {
			attributes.add(new Attribute(Code.ANONIM, false, yesOrNo(locale)));
			attributes.add(new Attribute(Code.RAHASIA, false, yesOrNo(locale)));
		}
		return attributes;
	}

	private Map<String, String> services() {
		Map<String, String> services = new LinkedHashMap<>();
		int page = 1;
		ServicePage found;
		do {
			found = this.catalog.list(ServiceFilter.NONE, page++, AT_ONCE);
			found.items().forEach((service) -> services.put(service.slug(), service.name()));
		}
		while (found.items().size() == AT_ONCE);
		return services;
	}

	private Map<String, String> kinds(Locale locale) {
		Map<String, String> kinds = new LinkedHashMap<>();
		Arrays.stream(ComplaintKind.values())
			.forEach((kind) -> kinds.put(kind.name(), say("open311.kind." + kind, locale)));
		return kinds;
	}

	private Map<String, String> yesOrNo(Locale locale) {
		Map<String, String> answers = new LinkedHashMap<>();
		answers.put(NO, say("open311.no", locale));
		answers.put(YES, say("open311.yes", locale));
		return answers;
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
