package id.tangerangkota.layanan.complaint.open;

import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drops the pages that show complaints when one changes. What nobody sees changes no
 * page: a new complaint is looked at by the coordinator first, and who works on it or
 * what its reporter adds stays between them and the staff.
 */
@Component
class OpenPages {

	private final PageChanges pages;

	OpenPages(PageChanges pages) {
		this.pages = pages;
	}

	@EventListener
	void on(ComplaintEvent event) {
		switch (event) {
			case ComplaintEvent.ComplaintTaken taken -> {
			}
			case ComplaintEvent.ComplaintSubmitted submitted -> {
			}
			default -> {
				this.pages.changed(PublicComplaints.PAGES);
				this.pages.changed(ServiceNotes.PAGES);
			}
		}
	}

}
