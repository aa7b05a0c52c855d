package id.tangerangkota.layanan.privacy.web;

import java.time.Instant;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads facts aloud. */
@Component
class FactText {

	private final MessageSource messages;

	private final PageClock clock;

	private final AgencyNames agencies;

	private final Regions regions;

	FactText(MessageSource messages, PageClock clock, AgencyNames agencies, Regions regions) {
		this.messages = messages;
		this.clock = clock;
		this.agencies = agencies;
		this.regions = regions;
	}

	String label(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	/** The value in the language of the page, null when it is not known. */
	@Nullable String text(Fact fact, Locale locale) {
		return switch (fact.value()) {
			case null -> null;
			case Boolean flag -> label(flag ? "privacy.yes" : "privacy.no", locale);
			case Instant instant -> this.clock.format(instant, Language.of(locale));
			case Enum<?> choice -> label(fact.key() + "." + choice.name(), locale);
			case AgencyId agency -> this.agencies.name(agency, Language.of(locale));
			case RegionCode region ->
				this.regions.subDistrict(region).map(SubDistrict::name).orElseGet(region::toString);
			case Object other -> other.toString();
		};
	}

	/** The value for programs: JSON's own types, and codes. */
	static @Nullable Object json(Fact fact) {
		return switch (fact.value()) {
			case null -> null;
			case Boolean flag -> flag;
			case Number number -> number;
			case Enum<?> choice -> choice.name();
			case Object other -> other.toString();
		};
	}

	/** The name for programs: what follows the last full stop of the key. */
	static String name(String key) {
		return key.substring(key.lastIndexOf('.') + 1);
	}

}
