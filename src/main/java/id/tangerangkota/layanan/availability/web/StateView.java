package id.tangerangkota.layanan.availability.web;

import java.util.Locale;

import id.tangerangkota.layanan.availability.ServiceState;

/** How states are called where they are drawn. */
final class StateView {

	private StateView() {
	}

	/** The end of a style class and of a text's key, such as {@code down}. */
	static String code(ServiceState state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

}
