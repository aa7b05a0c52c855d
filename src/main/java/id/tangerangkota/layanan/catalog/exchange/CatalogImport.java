package id.tangerangkota.layanan.catalog.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.postgres.ReferenceData;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a catalogue file: all of it or, when a single row is wrong, nothing. */
@Component
class CatalogImport {

	private final JdbcClient jdbc;

	private final ReferenceData data;

	private final CatalogExport export;

	private final CatalogWriter writer;

	private final PageChanges pages;

	private final ApplicationEventPublisher events;

	CatalogImport(JdbcClient jdbc, ReferenceData data, CatalogExport export, CatalogWriter writer, PageChanges pages,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.data = data;
		this.export = export;
		this.writer = writer;
		this.pages = pages;
		this.events = events;
	}

	/**
	 * What came of an import.
	 *
	 * @param rows how many the file holds
	 * @param changed how many services were added or changed
	 * @param problems every problem in the order of lines; when there is one, nothing
	 * changed
	 */
	record Outcome(int rows, long changed, List<RowProblem> problems) {
	}

	/**
	 * Imports a file.
	 * @param dryRun whether to check only
	 * @throws IOException if it cannot be read
	 */
	@Transactional
	public Outcome run(InputStream file, boolean dryRun) throws IOException {
		CatalogFile read = CatalogFile.read(file);
		this.data.lock();
		List<RowProblem> problems = new ArrayList<>(read.problems());
		problems.addAll(unknownReferences(read.rows()));
		Collections.sort(problems);
		if (dryRun || !problems.isEmpty()) {
			return new Outcome(read.rows().size(), 0, problems);
		}
		List<UUID> changed = this.writer.write(changes(read.rows()), true);
		// Before the totals are derived, as for a single service: whoever locks both does
		// so
		// in this order.
		this.events.publishEvent(new CatalogImported(read.rows().size(), changed.size()));
		if (!changed.isEmpty()) {
			this.writer.derive(changed);
			this.pages.changed(CatalogDesk.PAGES);
		}
		return new Outcome(read.rows().size(), changed.size(), problems);
	}

	/** The rows that say something new. */
	private List<CatalogRow> changes(List<CatalogRow> rows) {
		List<CatalogRow> changes = new ArrayList<>();
		for (int start = 0; start < rows.size(); start += CatalogWriter.ROWS_AT_ONCE) {
			List<CatalogRow> chunk = rows.subList(start, Math.min(start + CatalogWriter.ROWS_AT_ONCE, rows.size()));
			Map<String, Map<CatalogColumn, String>> current = this.export
				.current(chunk.stream().map((row) -> row.value(CatalogColumn.SLUG)).toList());
			for (CatalogRow row : chunk) {
				Map<CatalogColumn, String> now = current.get(row.value(CatalogColumn.SLUG));
				if (now == null || !row.isSame(now)) {
					changes.add(row);
				}
			}
		}
		return changes;
	}

	private List<RowProblem> unknownReferences(List<CatalogRow> rows) {
		Set<String> agencies = known("select code from catalog.agency");
		Set<String> categories = known("select slug from catalog.category");
		Set<String> services = known("select slug from catalog.service");
		rows.forEach((row) -> services.add(row.value(CatalogColumn.SLUG)));
		List<RowProblem> problems = new ArrayList<>();
		for (CatalogRow row : rows) {
			check(row, CatalogColumn.AGENCY, agencies, problems);
			check(row, CatalogColumn.CATEGORIES, categories, problems);
			check(row, CatalogColumn.REPLACED_BY, services, problems);
			check(row, CatalogColumn.RELATED, services, problems);
		}
		return problems;
	}

	private Set<String> known(String sql) {
		try (Stream<String> values = this.jdbc.sql(sql).query((row, number) -> row.getString(1)).stream()) {
			return values.collect(HashSet::new, Set::add, Set::addAll);
		}
	}

	private static void check(CatalogRow row, CatalogColumn column, Set<String> known, List<RowProblem> problems) {
		row.list(column)
			.stream()
			.filter((value) -> !value.isEmpty() && !known.contains(value))
			.forEach((value) -> problems
				.add(new RowProblem(row.line(), column.header(), "'" + value + "' is not in the catalogue")));
	}

}
