package id.tangerangkota.layanan.audit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Everything here is done by the owner of the database, who may do anything, and undone
 * at the end of each test.
 */
@PortalTest
@Transactional
class AuditVerifierIntegrationTests {

	private static final int ROWS = 5;

	@Autowired
	private AuditVerifier verifier;

	@Autowired
	private AuditReader reader;

	@Autowired
	private Anchors anchors;

	@Autowired
	private AuditCommand command;

	@Autowired
	private List<RecurringTask<Void>> jobs;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void takeOver() {
		sql("alter table audit.entry disable trigger user");
		sql("alter table audit.anchor disable trigger user");
		sql("delete from audit.anchor");
		sql("delete from audit.entry");
		sql("delete from audit.chain");
		sql("alter table audit.entry drop constraint entry_seq_sound, drop constraint entry_action_of_chain,"
				+ " drop constraint entry_outcome_known, drop constraint entry_subject_whole,"
				+ " drop constraint entry_details_form");
		for (String column : List.of("at", "action", "outcome", "actor_kind", "actor_roles", "details", "key_id",
				"hash")) {
			sql("alter table audit.entry alter column " + column + " drop not null");
		}
		Actor officer = Actor.staff(AccountId.random(), Set.of(Role.OFFICER, Role.AGENCY_HEAD),
				new AgencyId("disdukcapil"));
		for (int n = 1; n <= ROWS; n++) {
			AuditSubject subject = (n % 2 == 0) ? new AuditSubject("account", "subject-" + n) : null;
			this.events.publishEvent(new TestAct("first.acted", subject, Map.of("number", String.valueOf(n)),
					(n % 2 == 0) ? officer : Actor.system()));
			this.events.publishEvent(new TestAct("second.acted"));
		}
	}

	@Test
	void aTrailNobodyTouchedHolds() {
		assertThat(this.verifier.verify(List.of())).isEqualTo(new AuditVerifier.Outcome(2 * ROWS, List.of()));
	}

	@Test
	void anEmptyTrailHolds() {
		sql("delete from audit.entry");
		sql("delete from audit.chain");
		assertThat(this.verifier.verify(List.of())).isEqualTo(new AuditVerifier.Outcome(0, List.of()));
	}

	/** Every column of every row, changed in the least and made null. */
	@Test
	void everyFlippedByteIsFound() {
		Random random = new Random(1);
		List<String> columns = this.jdbc.sql("""
				select column_name || ' ' || data_type from information_schema.columns
				where table_schema = 'audit' and table_name = 'entry' order by ordinal_position""")
			.query(String.class)
			.list();
		assertThat(columns).hasSize(14);
		int tried = 0;
		for (String column : columns) {
			String name = column.substring(0, column.indexOf(' '));
			String type = column.substring(column.indexOf(' ') + 1);
			for (int seq = 1; seq <= ROWS; seq++) {
				String current = this.jdbc
					.sql("select cast(" + name + " as text) from audit.entry where chain = 'first' and seq = ?")
					.param(seq)
					.query((row, number) -> Optional.ofNullable(row.getString(1)))
					.single()
					.orElse(null);
				List<String> values = new ArrayList<>();
				values.add((current != null) ? flipped(type, current, random) : something(type));
				if (current != null && !name.equals("chain") && !name.equals("seq")) {
					values.add("null");
				}
				for (String value : values) {
					List<AuditProblem> problems = after("update audit.entry set " + name + " = " + value
							+ " where chain = 'first' and seq = " + seq);
					int row = seq;
					assertThat(problems).as("%s of row %d to %s", name, seq, value)
						.anyMatch((problem) -> problem.chain().equals("first") && problem.seq() == row);
					tried++;
				}
			}
		}
		assertThat(tried).isGreaterThan(100);
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
	}

	private static String something(String type) {
		return "uuid".equals(type) ? "gen_random_uuid()" : "''";
	}

	/** The least change of a value: one bit where it has bytes, else one step. */
	private static String flipped(String type, String value, Random random) {
		return switch (type) {
			case "bigint" -> value + " + 1000";
			case "timestamp with time zone" -> "cast('" + value + "' as timestamptz) + interval '1 microsecond'";
			case "uuid" -> "'" + value.substring(0, 35) + ((value.charAt(35) == '0') ? '1' : '0') + "'";
			case "bytea", "text" -> {
				int first = "bytea".equals(type) ? "\\x".length() : 0;
				int place = value.isEmpty() ? 0 : first + random.nextInt(value.length() - first);
				String changed = value.isEmpty() ? " "
						: value.substring(0, place) + other(value.charAt(place)) + value.substring(place + 1);
				yield "'" + changed.replace("'", "''") + "'";
			}
			default -> throw new IllegalStateException("No way to change a " + type);
		};
	}

	/** Of hexadecimal digits another one, and of everything else the one beside it. */
	private static char other(char c) {
		return switch (c) {
			case '9' -> '8';
			case 'a' -> 'b';
			case 'f' -> 'e';
			default -> (char) (c ^ 1);
		};
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "3,3", "5,5" })
	void aDeletedRowIsFound(int deleted, long named) {
		assertThat(after("delete from audit.entry where chain = 'first' and seq = " + deleted)).singleElement()
			.satisfies((problem) -> {
				assertThat(problem.kind()).isEqualTo(AuditProblem.Kind.MISSING);
				assertThat(problem.chain()).isEqualTo("first");
				assertThat(problem.seq()).isEqualTo(named);
			});
	}

	@Test
	void twoRowsThatChangedPlacesAreFound() {
		assertThat(after("update audit.entry set seq = seq + 100 where chain = 'first' and seq in (2, 3)",
				"update audit.entry set seq = case seq when 102 then 3 else 2 end where seq > 100"))
			.extracting(AuditProblem::kind, AuditProblem::seq)
			.containsExactly(tuple(AuditProblem.Kind.CONTENT, 2L));
	}

	@Test
	void rowsMovedUpAfterADeletedOneAreFound() {
		assertThat(after("delete from audit.entry where chain = 'first' and seq = 2",
				"update audit.entry set seq = seq + 100 where chain = 'first' and seq > 2",
				"update audit.entry set seq = seq - 101 where chain = 'first' and seq > 100",
				"update audit.chain set seq = seq - 1 where name = 'first'"))
			.extracting(AuditProblem::kind, AuditProblem::seq)
			.containsExactly(tuple(AuditProblem.Kind.CONTENT, 2L));
	}

	@Test
	void aRowOfAnotherChainIsFound() {
		assertThat(after("insert into audit.entry select 'first', 6, at, 'first.acted', outcome, actor_kind,"
				+ " actor_account, actor_roles, actor_agency, subject_kind, subject_id, details, key_id, hash"
				+ " from audit.entry where chain = 'second' and seq = 5"))
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"insert into audit.entry select chain, seq - 1, at, action, outcome, actor_kind,"
					+ " actor_account, actor_roles, actor_agency, subject_kind, subject_id, details, key_id, hash"
					+ " from audit.entry where chain = 'first' and seq = 1",
			"update audit.chain set seq = seq - 1 where name = 'first'",
			"update audit.chain set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where name = 'first'",
			"delete from audit.chain where name = 'first'" })
	void whatIsWrongAtTheEndsIsFound(String tampering) {
		assertThat(after(tampering)).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isIn(AuditProblem.Kind.ORDER, AuditProblem.Kind.HEAD);
			assertThat(problem.chain()).isEqualTo("first");
		});
	}

	@Test
	void everyChainIsLookedAt() {
		assertThat(after("delete from audit.entry where seq = 3")).extracting(AuditProblem::chain)
			.containsExactly("first", "second");
	}

	@Test
	void aTailCutOffWithItsEndIsFoundByTheAnchor() {
		this.anchors.store();
		assertThat(cutOff()).extracting(AuditProblem::toString)
			.containsExactly("chain first, row 5, ANCHOR: the anchor of %s names this row, which is missing"
				.formatted(LocalDate.now(Anchors.ZONE)));
	}

	@Test
	void aChainWrittenAnewIsFoundByTheAnchor() {
		this.anchors.store();
		sql("delete from audit.entry where chain = 'first'");
		sql("delete from audit.chain where name = 'first'");
		for (int n = 1; n <= ROWS; n++) {
			this.events.publishEvent(new TestAct("first.acted"));
		}
		assertThat(this.verifier.verify(List.of()).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("knows another hash"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "day = day - 1", "seq = seq - 1",
			"hash = (select hash from audit.entry where chain = 'first' and seq = 4)", "key_id = 'other'",
			"signature = set_byte(signature, 3, get_byte(signature, 3) # 1)" })
	void aChangedAnchorIsFound(String change) {
		this.anchors.store();
		assertThat(after("update audit.anchor set " + change + " where chain = 'first'")).singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).contains("ANCHOR", "not signed"));
	}

	@Test
	void theFirstAnchorOfADayStays() {
		this.anchors.store();
		this.events.publishEvent(new TestAct("first.acted"));
		this.anchors.store();
		assertThat(this.jdbc.sql("select seq from audit.anchor where chain = 'first'").query(Long.class).list())
			.containsExactly((long) ROWS);
		assertThat(this.verifier.verify(List.of()).problems()).isEmpty();
		assertThat(this.reader.state().anchored()).isEqualTo(LocalDate.now(Anchors.ZONE));
	}

	@Test
	void jobsSignTheEndsAndVerifyByNight() {
		Map<String, RecurringTask<Void>> byName = new HashMap<>();
		this.jobs.forEach((job) -> byName.put(job.getName(), job));
		byName.get("audit-anchor").execute(null, null);
		assertThat(this.jdbc.sql("select chain from audit.anchor order by chain").query(String.class).list())
			.containsExactly("first", "second");
		byName.get("audit-verify").execute(null, null);
		assertThat(this.reader.state()).satisfies((state) -> {
			assertThat(state.verified()).isNotNull();
			assertThat(state.entries()).isEqualTo(2 * ROWS);
			assertThat(state.problem()).isNull();
		});
	}

	@Test
	void theCommandNamesTheFirstBadRowAndEndsWithOne() {
		assertThat(run("verify")).isEqualTo(new Result(0, "10 rows and 0 anchors of the file hold.\n", ""));
		assertThat(this.reader.state().problem()).isNull();
		assertThat(this.reader.state().entries()).isEqualTo(10);
		sql("update audit.entry set outcome = 'REFUSED' where chain = 'second' and seq = 4");
		assertThat(run("verify")).isEqualTo(new Result(1, "",
				"chain second, row 4, CONTENT: the row or its order was changed: its hash does not fit it and the row before\n"));
		assertThat(this.reader.state().problem()).startsWith("chain second, row 4");
		assertThat(this.reader.find("second", 4)).get().satisfies((detail) -> assertThat(detail.intact()).isFalse());
		assertThat(this.reader.find("second", 3)).get().satisfies((detail) -> assertThat(detail.intact()).isTrue());
	}

	/** Against whoever can change everything in the database, anchors too. */
	@Test
	void anchorsKeptElsewhereFindATailCutOff(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("anchors.jsonl");
		assertThat(run("anchor", file.toString()).code()).isZero();
		this.events.publishEvent(new TestAct("first.acted"));
		assertThat(run("anchor", file.toString()).code()).isZero();
		assertThat(Files.readAllLines(file)).hasSize(4).allMatch((line) -> line.startsWith("{") && line.endsWith("}"));
		assertThat(run("verify", "--anchors", file.toString()))
			.isEqualTo(new Result(0, "11 rows and 4 anchors of the file hold.\n", ""));
		sql("delete from audit.entry where chain = 'first' and seq > 5");
		sql("update audit.chain set seq = 5, hash = (select hash from audit.entry where chain = 'first' and seq = 5) where name = 'first'");
		assertThat(run("verify").code()).isZero();
		Result result = run("verify", "--anchors", file.toString());
		assertThat(result.code()).isOne();
		assertThat(result.err()).startsWith("chain first, row 6, ANCHOR: ").hasLineCount(1);
		sql("delete from audit.entry");
		sql("delete from audit.chain");
		assertThat(run("verify").code()).isZero();
		assertThat(run("verify", "--anchors", file.toString()).err()).hasLineCount(4);
	}

	@Test
	void anchorsGoToTheScreenToo() {
		Result result = run("anchor");
		assertThat(result.code()).isZero();
		assertThat(result.out().lines()).hasSize(2).allMatch((line) -> line.contains("\"chain\":"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no json", "{}", "[]", "{\"day\":\"2026-11-24\"}",
			"{\"day\":\"2026-11-24\",\"chain\":\"first\",\"seq\":5,\"hash\":\"xy\",\"keyId\":\"k\",\"signature\":\"00\"}",
			"{\"day\":\"24/11/2026\",\"chain\":\"first\",\"seq\":5,\"hash\":\"00\",\"keyId\":\"k\",\"signature\":\"00\"}" })
	void aFileThatHoldsNoAnchorsIsRefused(String line, @TempDir Path directory) throws Exception {
		Path file = directory.resolve("anchors.jsonl");
		run("anchor", file.toString());
		Files.writeString(file, Files.readString(file) + "\n" + line + "\n");
		assertThat(run("verify", "--anchors", file.toString()))
			.isEqualTo(new Result(2, "", file + ": Line 4 is no anchor\n"));
	}

	@Test
	void aFileThatIsNotThereIsRefused(@TempDir Path directory) {
		Path file = directory.resolve("none");
		assertThat(run("verify", "--anchors", file.toString()))
			.isEqualTo(new Result(2, "", "There is no file " + file + "\n"));
	}

	private record Result(int code, String out, String err) {
	}

	private Result run(String... args) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int code = new CommandLine(this.command).setOut(new PrintWriter(out, true))
			.setErr(new PrintWriter(err, true))
			.execute(args);
		return new Result(code, out.toString(), err.toString());
	}

	private List<AuditProblem> cutOff() {
		return after("delete from audit.entry where chain = 'first' and seq > 3",
				"update audit.chain set seq = 3, hash = (select hash from audit.entry where chain = 'first' and seq = 3) where name = 'first'");
	}

	/** What is found after some statements, which are undone. */
	private List<AuditProblem> after(String... tampering) {
		return undone(() -> {
			for (String statement : tampering) {
				assertThat(sql(statement)).as(statement).isPositive();
			}
			return this.verifier.verify(List.of()).problems();
		});
	}

	private <T> T undone(Supplier<T> work) {
		sql("savepoint tampering");
		T result = work.get();
		sql("rollback to savepoint tampering");
		return result;
	}

	private int sql(String statement) {
		return this.jdbc.sql(statement).update();
	}

}
