package id.tangerangkota.layanan.availability.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.ServiceState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads where single checks stand, for those who look after them. What people see is the
 * state of services.
 */
@Service
public class CheckStandings {

	private final CheckStates states;

	private final JdbcClient jdbc;

	CheckStandings(CheckStates states, JdbcClient jdbc) {
		this.states = states;
		this.jdbc = jdbc;
	}

	/** Where these checks stand, of those that ever looked; one query. */
	public Map<Integer, CheckStanding> of(Collection<Integer> checks) {
		Map<Integer, CheckStanding> standings = new HashMap<>();
		this.states.find(checks)
			.forEach((check, watched) -> standings.put(check,
					new CheckStanding(watched.state().state(), watched.state().since(), watched.state().reason())));
		return standings;
	}

	/** The checks that are in a state. */
	public Set<Integer> in(ServiceState state) {
		return new HashSet<>(this.jdbc.sql("select check_id from availability.check_state where state = ?")
			.param(state.name())
			.query(Integer.class)
			.list());
	}

}
