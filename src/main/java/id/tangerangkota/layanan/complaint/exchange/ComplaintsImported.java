package id.tangerangkota.layanan.complaint.exchange;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditableEvent;

/** Cases of the LAKSA of before were taken over from a file. */
record ComplaintsImported(int rows, int taken) implements AuditableEvent {

	@Override
	public String action() {
		return "complaint.imported";
	}

	@Override
	public Map<String, String> details() {
		return Map.of("rows", String.valueOf(this.rows), "taken", String.valueOf(this.taken));
	}

}
