package id.tangerangkota.layanan.availability.incident;

/** An incident cannot be changed so in the state it is in. */
public class IllegalIncidentChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IllegalIncidentChange(IncidentId incident, IncidentStatus from, String verb) {
		super("Incident " + incident + " is " + from + " and cannot " + verb);
	}

}
