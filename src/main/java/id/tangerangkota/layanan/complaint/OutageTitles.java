package id.tangerangkota.layanan.complaint;

import java.util.Locale;

import id.tangerangkota.layanan.web.Language;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the portal itself calls the case of an outage. It is kept in Indonesian, as a line
 * among those of people, and read in either language.
 */
@Component
public class OutageTitles {

	private final MessageSource messages;

	OutageTitles(MessageSource messages) {
		this.messages = messages;
	}

	/** One line; the name of a service may be long. */
	public String of(String service, int longest) {
		int left = longest - say("", Language.INDONESIAN.locale()).length();
		return say((service.length() > left) ? service.substring(0, left - 1) + "…" : service,
				Language.INDONESIAN.locale());
	}

	/**
	 * The title for a reader. Never of what people wrote: they may write the same.
	 * @return as it is where the portal did not write it so
	 */
	public String in(Locale locale, String title) {
		String end = say("", Language.INDONESIAN.locale());
		return title.endsWith(end) ? say(title.substring(0, title.length() - end.length()), locale) : title;
	}

	private String say(String service, Locale locale) {
		return this.messages.getMessage("casework.outage.subject", new Object[] { service }, locale);
	}

}
