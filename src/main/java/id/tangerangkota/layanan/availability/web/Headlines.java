package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;

import org.springframework.stereotype.Component;

/**
 * Says in a few sentences how all services are. It says that all can be opened only when
 * it knows so of each.
 */
@Component
class Headlines {

	private final Words words;

	Headlines(Words words) {
		this.words = words;
	}

	/**
	 * The sentence that matters most.
	 * @param incidents how many are being worked on
	 */
	String headline(Overview overview, int incidents, Locale locale) {
		int watched = overview.watched();
		int up = overview.in(ServiceState.UP);
		if (watched == 0) {
			return this.words.say("availability.headline.off", locale);
		}
		if (overview.in(ServiceState.DOWN) > 0) {
			return this.words.say("availability.headline.down", locale, overview.in(ServiceState.DOWN));
		}
		if (overview.in(ServiceState.DEGRADED) > 0) {
			return this.words.say("availability.headline.degraded", locale, overview.in(ServiceState.DEGRADED));
		}
		if (incidents > 0) {
			return this.words.say("availability.headline.incidents", locale, incidents);
		}
		if (overview.in(ServiceState.UNKNOWN) == watched) {
			return this.words.say("availability.headline.unknown", locale);
		}
		return (up == watched) ? this.words.say("availability.headline.up", locale)
				: this.words.say("availability.headline.most", locale, up, watched);
	}

	/** What must be known to read the headline. */
	String lead(Overview overview, Locale locale) {
		if (overview.watched() == 0) {
			return this.words.say("availability.lead.off", locale);
		}
		List<String> sentences = new ArrayList<>();
		ServiceState told = (overview.in(ServiceState.DOWN) > 0) ? ServiceState.DOWN : ServiceState.DEGRADED;
		add(sentences, "availability.lead.unverified.told", overview.unverified(told), locale);
		add(sentences, "availability.lead.unknown", overview.in(ServiceState.UNKNOWN), locale);
		sentences.add(this.words.say("availability.lead", locale, overview.monitored(), overview.listings()));
		add(sentences, "availability.lead.unverified", overview.unverifiedListings(), locale);
		return String.join(" ", sentences);
	}

	private void add(List<String> sentences, String key, int count, Locale locale) {
		if (count > 0) {
			sentences.add(this.words.say(key, locale, count));
		}
	}

}
