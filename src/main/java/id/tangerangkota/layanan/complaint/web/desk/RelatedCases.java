package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.complaint.queue.CaseFile.Related;

import org.springframework.stereotype.Component;

/** Puts other cases into words, a line for each. */
@Component
class RelatedCases {

	private final QueuePages pages;

	private final DeskWords words;

	RelatedCases(QueuePages pages, DeskWords words) {
		this.pages = pages;
		this.words = words;
	}

	/** Another case. */
	record View(String ticket, String subject, String status, String received) {
	}

	List<View> views(List<Related> cases, Locale locale) {
		return cases.stream()
			.map((other) -> new View(other.ticket().toString(), this.pages.subject(other, locale),
					this.pages.status(other.status(), locale), this.words.shortDate(other.receivedAt(), locale)))
			.toList();
	}

}
