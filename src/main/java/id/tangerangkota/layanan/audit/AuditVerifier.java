package id.tangerangkota.layanan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import id.tangerangkota.layanan.vault.Signature;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes the chains. It reads them as they are at one moment, row by row and in
 * parts, so that people may go on working and memory does not grow with the trail.
 */
@Component
class AuditVerifier {

	private static final int ROWS_AT_ONCE = 1000;

	private static final byte[] NO_BYTES = {};

	/** Those that have an end, and those of rows, however somebody got them in. */
	private static final String CHAINS = """
			with recursive found as (
				(select chain from audit.entry order by chain limit 1)
				union all
				select (select e.chain from audit.entry e where e.chain > f.chain order by e.chain limit 1)
				from found f where f.chain is not null
			)
			select chain from found where chain is not null
			union select name from audit.chain
			order by 1
			""";

	private final JdbcClient jdbc;

	private final Seal seal;

	AuditVerifier(JdbcClient jdbc, Seal seal) {
		this.jdbc = jdbc;
		this.seal = seal;
	}

	/**
	 * What came of it.
	 *
	 * @param entries how many rows were recomputed
	 * @param problems the first of each chain, and one for each anchor that does not hold
	 */
	record Outcome(long entries, List<AuditProblem> problems) {
	}

	/** The last row seen of a chain. */
	private record Last(long seq, byte[] hash) {
	}

	/**
	 * Recomputes every chain and compares it with its end and all anchors.
	 * @param kept anchors from elsewhere, beside those of the database
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Outcome verify(Collection<Anchor> kept) {
		List<AuditProblem> problems = new ArrayList<>();
		long entries = 0;
		for (String chain : this.jdbc.sql(CHAINS).query((row, number) -> row.getString("chain")).list()) {
			List<AuditProblem> found = new ArrayList<>();
			entries += walk(chain, found::add);
			found.stream().findFirst().ifPresent(problems::add);
		}
		compareStored(problems::add);
		kept.forEach((anchor) -> compare(anchor, hash(anchor.head()), problems::add));
		return new Outcome(entries, List.copyOf(problems));
	}

	/** Ends at the first row that is wrong: none after it proves anything. */
	private long walk(String chain, Consumer<AuditProblem> problems) {
		Last last = new Last(0, NO_BYTES);
		long entries = 0;
		long after = Long.MIN_VALUE;
		List<Link> links;
		do {
			links = rows(chain, after);
			for (Link link : links) {
				after = link.entry().seq();
				AuditProblem problem = check(link, last);
				if (problem != null) {
					problems.accept(problem);
					return entries;
				}
				last = new Last(after, link.hash().value());
				entries++;
			}
		}
		while (links.size() == ROWS_AT_ONCE);
		compareEnd(chain, last, problems);
		return entries;
	}

	private List<Link> rows(String chain, long after) {
		return this.jdbc
			.sql("select " + Entry.COLUMNS + " from audit.entry where chain = ? and seq > ? order by seq limit ?")
			.param(chain)
			.param(after)
			.param(ROWS_AT_ONCE)
			.query(Link::of)
			.list();
	}

	private @Nullable AuditProblem check(Link link, Last last) {
		String chain = link.entry().chain();
		long seq = link.entry().seq();
		long expected = last.seq() + 1;
		if (seq > expected) {
			return new AuditProblem(chain, expected, AuditProblem.Kind.MISSING, "the row is missing");
		}
		if (seq < expected) {
			return new AuditProblem(chain, seq, AuditProblem.Kind.ORDER, "no row has this number");
		}
		if (!this.seal.fits(link, last.hash())) {
			return new AuditProblem(chain, seq, AuditProblem.Kind.CONTENT,
					"the row or its order was changed: its hash does not fit it and the row before");
		}
		return null;
	}

	private void compareEnd(String chain, Last last, Consumer<AuditProblem> problems) {
		Optional<Last> end = this.jdbc.sql("select seq, hash from audit.chain where name = ?")
			.param(chain)
			.query((row, number) -> new Last(row.getLong("seq"), row.getBytes("hash")))
			.optional();
		if (end.isEmpty()) {
			problems.accept(new AuditProblem(chain, last.seq(), AuditProblem.Kind.HEAD, "the chain has no end"));
		}
		else if (end.get().seq() > last.seq()) {
			problems.accept(new AuditProblem(chain, last.seq() + 1, AuditProblem.Kind.MISSING,
					"the row is missing: the chain ends at row " + end.get().seq()));
		}
		else if (end.get().seq() < last.seq()) {
			problems.accept(new AuditProblem(chain, end.get().seq() + 1, AuditProblem.Kind.HEAD,
					"the row stands behind the end of the chain"));
		}
		else if (!Arrays.equals(end.get().hash(), last.hash())) {
			problems.accept(new AuditProblem(chain, last.seq(), AuditProblem.Kind.HEAD,
					"the end has another hash than the row"));
		}
	}

	private void compareStored(Consumer<AuditProblem> problems) {
		this.jdbc.sql("""
				select a.day, a.chain, a.seq, a.hash, a.key_id, a.signature, e.hash as found
				from audit.anchor a left join audit.entry e on e.chain = a.chain and e.seq = a.seq
				order by a.day, a.chain""").withFetchSize(ROWS_AT_ONCE).query((row) -> {
			compare(anchor(row), row.getBytes("found"), problems);
		});
	}

	private static Anchor anchor(ResultSet row) throws SQLException {
		return new Anchor(new Anchor.Head(row.getObject("day", LocalDate.class), row.getString("chain"),
				row.getLong("seq"), row.getBytes("hash")),
				new Signature(row.getString("key_id"), row.getBytes("signature")));
	}

	private byte @Nullable [] hash(Anchor.Head head) {
		return this.jdbc.sql("select hash from audit.entry where chain = ? and seq = ?")
			.param(head.chain())
			.param(head.seq())
			.query((row, number) -> row.getBytes("hash"))
			.optional()
			.orElse(null);
	}

	private void compare(Anchor anchor, byte @Nullable [] found, Consumer<AuditProblem> problems) {
		Anchor.Head head = anchor.head();
		String text = null;
		if (!this.seal.fits(anchor)) {
			text = "is not signed by this portal";
		}
		else if (found == null) {
			text = "names this row, which is missing";
		}
		else if (!Arrays.equals(head.hash(), found)) {
			text = "knows another hash of this row";
		}
		if (text != null) {
			problems.accept(new AuditProblem(head.chain(), head.seq(), AuditProblem.Kind.ANCHOR,
					"the anchor of " + head.day() + " " + text));
		}
	}

}
