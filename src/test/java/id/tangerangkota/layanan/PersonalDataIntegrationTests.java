package id.tangerangkota.layanan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/privacy.md says is kept, for how long, and by what it is taken away. */
@PortalTest
class PersonalDataIntegrationTests {

	private static final Path DOCUMENT = Path.of("docs", "privacy.md");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final String NOTHING = "Nothing about people:";

	private static final int COLUMNS = 7;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private List<Task<?>> jobs;

	@Test
	void namesEveryTableAndEachColumnOfThoseAboutPeople() throws IOException {
		Map<String, Set<String>> there = new TreeMap<>();
		this.jdbc
			.sql("""
					select table_schema || '.' || table_name as name, column_name from information_schema.columns
					where table_schema not in ('pg_catalog', 'information_schema', 'public')
						and table_name not like 'flyway%' and table_name not like 'sample%'
						and not exists (select 1 from pg_catalog.pg_class p join pg_catalog.pg_namespace n on n.oid = p.relnamespace
							where p.relispartition and n.nspname = table_schema and p.relname = table_name)
						and table_schema <> 'sample'
						and (table_schema, table_name) not in (
							select table_schema, table_name from information_schema.views)""")
			.query((row, number) -> there.computeIfAbsent(row.getString("name"), (name) -> new TreeSet<>())
				.add(row.getString("column_name")))
			.list();
		Map<String, Set<String>> said = new TreeMap<>();
		assertThat(rows()).extracting((row) -> codes(row.getFirst()).getFirst())
			.as("each table once")
			.doesNotHaveDuplicates();
		rows().forEach((row) -> {
			Set<String> columns = new TreeSet<>(codes(row.get(1)));
			columns.addAll(codes(row.get(2)));
			said.put(codes(row.getFirst()).getFirst(), columns);
		});
		Set<String> without = Set.copyOf(codes(withoutPeople()));
		assertThat(said.keySet()).as("a table is one or the other").doesNotContainAnyElementsOf(without);
		Set<String> all = new TreeSet<>(said.keySet());
		all.addAll(without);
		assertThat(all).as("tables in %s, beside those in the database", DOCUMENT).isEqualTo(there.keySet());
		said.forEach((table, columns) -> assertThat(columns).as("columns of %s", table).isEqualTo(there.get(table)));
	}

	@Test
	void saysWhyHowLongAndWhatTakesItAway() throws IOException {
		Set<String> names = this.jobs.stream().map(Task::getName).collect(Collectors.toSet());
		assertThat(rows()).isNotEmpty().allSatisfy((row) -> {
			assertThat(row.subList(3, COLUMNS)).as(row.getFirst()).noneMatch(String::isBlank);
			assertThat(names).as(row.getFirst()).containsAll(codes(row.get(COLUMNS - 1)));
		});
	}

	/** Of the table about people, each cell. */
	private static List<List<String>> rows() throws IOException {
		return Files.readAllLines(DOCUMENT)
			.stream()
			.filter((line) -> line.matches("\\| `[a-z]+\\.[a-z_]+` \\|.*"))
			.map((line) -> List.of(line.substring(1).split("\\|", -1)).stream().map(String::strip).toList())
			.map((cells) -> cells.subList(0, COLUMNS))
			.toList();
	}

	private static String withoutPeople() throws IOException {
		String text = Files.readString(DOCUMENT);
		int start = text.indexOf(NOTHING);
		return text.substring(start, text.indexOf("\n\n", start));
	}

	private static List<String> codes(String text) {
		return CODE.matcher(text).results().map((result) -> result.group(1)).toList();
	}

}
