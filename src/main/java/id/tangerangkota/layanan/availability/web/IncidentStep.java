package id.tangerangkota.layanan.availability.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;

/** What the staff can do about an incident, in the order in which it is offered. */
enum IncidentStep {

	ACKNOWLEDGE("tangani"), UPDATE("kabar"), RESOLVE("selesai"), CONFIRM("benarkan"), DISMISS("tepis"),
	POST_MORTEM("pelajaran");

	private final String code;

	IncidentStep(String code) {
		this.code = code;
	}

	/** Of the address. */
	String code() {
		return this.code;
	}

	static Optional<IncidentStep> of(String code) {
		return Arrays.stream(values()).filter((step) -> step.code.equals(code)).findFirst();
	}

	/** What to offer: nothing that would be refused at once. */
	static List<IncidentStep> of(IncidentSummary incident) {
		return Arrays.stream(values())
			.filter((step) -> step.isFor(incident) && !(step == RESOLVE && incident.isMeasuredDown()))
			.toList();
	}

	/** Whether it makes sense now. */
	boolean isFor(IncidentSummary incident) {
		return switch (this) {
			case ACKNOWLEDGE, UPDATE -> incident.isOpen();
			// A new certificate ends a warning, whatever anybody says.
			case RESOLVE -> incident.isOpen() && incident.kind() != IncidentKind.CERTIFICATE;
			case CONFIRM, DISMISS -> incident.isOpen() && incident.kind() == IncidentKind.SUSPECTED;
			case POST_MORTEM -> incident.kind() == IncidentKind.OUTAGE;
		};
	}

}
