package id.tangerangkota.layanan.availability.probe;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;

/** Numbers of ports. */
final class Port {

	private static final int HIGHEST = 65535;

	private Port() {
	}

	static int parse(String text) {
		if (!text.matches("[0-9]{1,5}")) {
			throw new InvalidTarget(Reason.PORT, "No port: " + text);
		}
		int port = Integer.parseInt(text);
		check(port);
		return port;
	}

	static void check(int port) {
		if (port < 1 || port > HIGHEST) {
			throw new InvalidTarget(Reason.PORT, "No port: " + port);
		}
	}

}
