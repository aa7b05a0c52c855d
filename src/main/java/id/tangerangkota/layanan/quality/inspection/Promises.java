package id.tangerangkota.layanan.quality.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.quality.inspection.Promise.Scope;
import id.tangerangkota.layanan.quality.inspection.Promise.Sign;
import id.tangerangkota.layanan.quality.inspection.Promise.Where;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** All promises, in the order of their file. */
@Component
class Promises {

	private final List<Promise> all;

	Promises() {
		this(new ClassPathResource("data/quality/promises.csv"));
	}

	Promises(Resource csv) {
		this.all = read(csv);
	}

	List<Promise> all() {
		return this.all;
	}

	List<String> codes() {
		return this.all.stream().map(Promise::code).toList();
	}

	private static List<Promise> read(Resource csv) {
		Map<String, Promise> promises = new LinkedHashMap<>();
		try (InputStream in = csv.getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			for (NamedCsvRecord row : reader) {
				promises.merge(row.getField("promise"), promise(row), Promises::together);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + csv.getDescription(), ex);
		}
		return List.copyOf(promises.values());
	}

	private static Promise promise(NamedCsvRecord row) {
		String component = row.getField("component");
		return new Promise(row.getField("promise"), Scope.valueOf(row.getField("scope")),
				component.isEmpty() ? null : StandardComponent.valueOf(component),
				List.of(new Sign(Where.valueOf(row.getField("where")), words(row.getField("words")))),
				row.getField("source"));
	}

	private static Promise together(Promise one, Promise more) {
		List<Sign> signs = new ArrayList<>(one.signs());
		signs.addAll(more.signs());
		return new Promise(one.code(), one.scope(), one.component(), List.copyOf(signs), one.source());
	}

	/** Whole words, with any space between them. */
	private static Pattern words(String field) {
		return Pattern.compile(
				Arrays.stream(field.split("\\|"))
					.map((words) -> Arrays.stream(words.strip().split(" +"))
						.map(Pattern::quote)
						.collect(Collectors.joining("\\s+")))
					.collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
