package id.tangerangkota.layanan.privacy.breach;

/** An entry of the register of breaches cannot be changed so in the state it is in. */
public class IllegalBreachChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IllegalBreachChange(BreachId breach, BreachState from, String verb) {
		super("Breach " + breach + " is " + from + " and cannot " + verb);
	}

}
