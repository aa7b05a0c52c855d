package id.tangerangkota.layanan.open311.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what a client gets for a report. */
@Component
class ReportReceipts {

	/**
	 * Names the submission. Every report has its number at once, so there is no token in
	 * an answer; this one leads to the number again.
	 */
	static final String TOKEN = "Open311-Token";

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Links links;

	ReportReceipts(MessageSource messages, PageClock pageClock, Links links) {
		this.messages = messages;
		this.pageClock = pageClock;
		this.links = links;
	}

	/**
	 * The number, and for whoever reports: the code that opens it, and what happens next.
	 */
	Many filed(Receipt receipt, Locale locale) {
		String notice = say("open311.filed", locale, receipt.ticket(), receipt.code().grouped(),
				this.links.absolute("/pengaduan/lacak", Language.of(locale)));
		String next = (receipt.master() != null) ? say("open311.filed.master", locale, receipt.master())
				: say("open311.filed.dates", locale, date(receipt.verification().dueOn(), locale),
						date(receipt.solution().dueOn(), locale));
		String mail = receipt.mailWithheld() ? " " + say("open311.filed.no-mail", locale) : "";
		return PublicRequests
			.requests(List.of(Part.thing("request", Part.value("service_request_id", receipt.ticket().toString()),
					Part.value("service_notice", notice + " " + next + mail), Part.value("account_id", null))));
	}

	/** The number alone. */
	static Many ofToken(Receipt receipt, UUID token) {
		return PublicRequests.requests(List.of(Part.thing("request",
				Part.value("service_request_id", receipt.ticket().toString()), Part.value("token", token.toString()))));
	}

	private String date(LocalDate day, Locale locale) {
		return this.pageClock.date(day, locale);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
