package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckSettings;

import org.springframework.stereotype.Component;

/**
 * Says in a few sentences how all services are. It says that all can be opened only when
 * it knows so of each. What happens at addresses nobody verified is told apart, because
 * it may not be the city's; only where none is verified it makes the headline.
 */
@Component
class Headlines {

	private final Words words;

	private final CheckSettings settings;

	Headlines(Words words, CheckSettings settings) {
		this.words = words;
		this.settings = settings;
	}

	/**
	 * The sentence that matters most.
	 * @param incidents how many are being worked on
	 * @param unverified how many of these concern no address that somebody verified
	 */
	String headline(Overview overview, int incidents, int unverified, Locale locale) {
		if (overview.watched() == 0) {
			return this.words.say(this.settings.enabled() ? "availability.headline.none" : "availability.headline.off",
					locale);
		}
		if (overview.in(ServiceState.UNKNOWN) == overview.watched() && incidents == 0) {
			return this.words.say("availability.headline.unknown", locale);
		}
		boolean verified = overview.verifiedServices() > 0;
		for (ServiceState state : new ServiceState[] { ServiceState.DOWN, ServiceState.DEGRADED }) {
			if (overview.verified(state) > 0) {
				return this.words.say("availability.headline." + Words.code(state), locale, overview.verified(state));
			}
			if (!verified && overview.in(state) > 0) {
				return this.words.say("availability.headline.unverified." + Words.code(state), locale,
						overview.in(state));
			}
		}
		int counted = verified ? incidents - unverified : incidents;
		if (counted > 0) {
			return this.words.say("availability.headline.incidents", locale, counted);
		}
		return allOrMost(overview, incidents, locale);
	}

	private String allOrMost(Overview overview, int incidents, Locale locale) {
		int watched = overview.watched();
		int up = overview.in(ServiceState.UP);
		if (up == watched && incidents == 0) {
			return this.words.say("availability.headline.up", locale);
		}
		int verified = overview.verifiedServices();
		if (verified == 0 || verified == watched) {
			return this.words.say("availability.headline.most", locale, up, watched);
		}
		return (overview.verified(ServiceState.UP) == verified)
				? this.words.say("availability.headline.up.verified", locale) : this.words
					.say("availability.headline.most.verified", locale, overview.verified(ServiceState.UP), verified);
	}

	/** What must be known to read the headline. */
	String lead(Overview overview, Locale locale) {
		if (overview.watched() == 0) {
			return this.words.say(this.settings.enabled() ? "availability.lead.none" : "availability.lead.off", locale);
		}
		List<String> sentences = new ArrayList<>();
		if (overview.verifiedServices() > 0) {
			add(sentences, "availability.lead.unverified.down", overview.unverified(ServiceState.DOWN), locale);
			add(sentences, "availability.lead.unverified.degraded", overview.unverified(ServiceState.DEGRADED), locale);
		}
		add(sentences, "availability.lead.unknown", overview.in(ServiceState.UNKNOWN), locale);
		sentences.add(this.words.say("availability.lead", locale, overview.watched(), overview.total()));
		return String.join(" ", sentences);
	}

	/** How much of the catalogue is looked at, and how sure its addresses are. */
	String coverage(Overview overview, Locale locale) {
		List<String> sentences = new ArrayList<>();
		sentences.add(this.words.say("availability.coverage", locale, overview.monitored(), overview.listings()));
		add(sentences, "availability.coverage.unverified", overview.unverifiedListings(), locale);
		return String.join(" ", sentences);
	}

	private void add(List<String> sentences, String key, int count, Locale locale) {
		if (count > 0) {
			sentences.add(this.words.say(key, locale, count));
		}
	}

}
