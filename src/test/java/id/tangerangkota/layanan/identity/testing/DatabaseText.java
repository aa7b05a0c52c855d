package id.tangerangkota.layanan.identity.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a dump of the database would show, column by column. */
public final class DatabaseText {

	private DatabaseText() {
	}

	/** The columns, with their schema and table, in which a text stands anywhere. */
	public static List<String> find(JdbcClient jdbc, String text) {
		return read(jdbc).entrySet()
			.stream()
			.filter((column) -> column.getValue().contains(text))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * The rows in which a text stands anywhere, each as JSON behind the name of its
	 * table.
	 */
	public static List<String> rows(JdbcClient jdbc, String text) {
		String hidden = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
		return jdbc.sql("""
				select format('%I.%I', table_schema, table_name) from information_schema.tables
				where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> jdbc.sql("""
					select '%1$s ' || json from (select cast(to_jsonb(t) as text) as json from %1$s t) as read
					where json like '%%' || :text || '%%' or json like '%%' || :hidden || '%%'""".formatted(table))
				.param("text", text)
				.param("hidden", hidden)
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

	private static Map<String, String> read(JdbcClient jdbc) {
		Map<String, String> columns = new TreeMap<>();
		jdbc.sql("""
				select c.table_schema, c.table_name, c.column_name
				from information_schema.columns c join information_schema.tables t
					using (table_schema, table_name)
				where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')""")
			.query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
			.list()
			.forEach((column) -> {
				String name = "\"%s\".\"%s\"".formatted(column.get(0), column.get(1));
				// Bytes are read as Latin 1 as well: a text may hide in them.
				columns.put(name + "." + column.get(2), jdbc
					.sql("""
							select coalesce(string_agg(case when pg_typeof("%1$s") = 'bytea'::regtype
								then encode("%1$s"::text::bytea, 'escape') else "%1$s"::text end, E'\\n'), '') from %2$s"""
						.formatted(column.get(2), name))
					.query(String.class)
					.single());
			});
		return columns;
	}

}
