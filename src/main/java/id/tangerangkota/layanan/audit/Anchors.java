package id.tangerangkota.layanan.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs the ends of the chains. */
@Component
class Anchors {

	/** In which a day begins. */
	static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final JdbcClient jdbc;

	private final Seal seal;

	private final Clock clock;

	Anchors(JdbcClient jdbc, Seal seal, Clock clock) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.clock = clock;
	}

	/** The ends of all chains as they are now, signed. */
	@Transactional(readOnly = true)
	public List<Anchor> current() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZONE);
		return this.jdbc.sql("select name, seq, hash from audit.chain where seq > 0 order by name")
			.query((row, number) -> new Anchor.Head(today, row.getString("name"), row.getLong("seq"),
					row.getBytes("hash")))
			.list()
			.stream()
			.map((head) -> new Anchor(head, this.seal.sign(head)))
			.toList();
	}

	/**
	 * Stores the ends of all chains. The first time on a day counts: what is stored stays
	 * as it is.
	 */
	@Transactional
	public void store() {
		for (Anchor anchor : current()) {
			this.jdbc.sql("""
					insert into audit.anchor (day, chain, seq, hash, key_id, signature)
					values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
				.param(anchor.head().day())
				.param(anchor.head().chain())
				.param(anchor.head().seq())
				.param(anchor.head().hash())
				.param(anchor.signature().keyId())
				.param(anchor.signature().value())
				.update();
		}
	}

}
