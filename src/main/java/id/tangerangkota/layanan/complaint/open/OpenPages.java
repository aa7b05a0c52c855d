package id.tangerangkota.layanan.complaint.open;

import java.util.EnumSet;
import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drops the pages that show complaints when one changes. It hears of acts and not of
 * events, because what is hidden or redacted must be gone from them too.
 */
@Component
class OpenPages {

	/**
	 * These change no page. A new complaint is among them: the coordinator looks at it
	 * before anybody else, and dropping all pages for each would leave none.
	 */
	private static final Set<Act> UNSEEN = EnumSet.of(Act.FILED, Act.NOTED, Act.REPLIED, Act.ASSIGNED, Act.SAMPLED,
			Act.ANONYMISED, Act.UNMASKING_ASKED, Act.UNMASKING_GRANTED, Act.UNMASKING_DENIED, Act.UNMASKED);

	private final PageChanges pages;

	OpenPages(PageChanges pages) {
		this.pages = pages;
	}

	@EventListener
	void on(ComplaintAct act) {
		if (!UNSEEN.contains(act.act())) {
			this.pages.changed(PublicComplaints.PAGES);
			this.pages.changed(ServiceNotes.PAGES);
		}
	}

}
