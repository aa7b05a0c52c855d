package id.tangerangkota.layanan.postgres;

import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes into {@code postmaster.pid}: line 1 is the process, line 4 the
 * port, line 8 the state (PostgreSQL 10 and later). A server that is still starting has
 * written only the first lines.
 */
record Postmaster(long pid, int port, boolean ready) {

	static Optional<Postmaster> parse(String content) {
		List<String> lines = content.lines().map(String::strip).toList();
		try {
			return Optional.of(new Postmaster(Long.parseLong(lines.getFirst()),
					(lines.size() > 3) ? Integer.parseInt(lines.get(3)) : 0,
					lines.size() > 7 && "ready".equals(lines.get(7))));
		}
		catch (RuntimeException ex) {
			// Half written by a machine that lost power: PostgreSQL itself decides what
			// to do.
			return Optional.empty();
		}
	}

}
