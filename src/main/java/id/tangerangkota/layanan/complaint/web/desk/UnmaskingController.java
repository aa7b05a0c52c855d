package id.tangerangkota.layanan.complaint.web.desk;

import id.tangerangkota.layanan.complaint.queue.CaseFile;

class UnmaskingController {

	static final String PATH = CaseQueueController.PATH + "/buka-identitas";

	static boolean isFor(Desk desk, CaseFile file) {
		return false;
	}

}
