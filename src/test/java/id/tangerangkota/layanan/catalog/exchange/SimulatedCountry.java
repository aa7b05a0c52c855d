package id.tangerangkota.layanan.catalog.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

import org.springframework.core.io.ClassPathResource;

/**
 * What the catalogue would be if each of Indonesia's 514 cities and regencies had the
 * services of this one under its own name.
 */
final class SimulatedCountry {

	private static final String CITY = "Tangerang";

	private SimulatedCountry() {
	}

	/** A catalogue file of that many services, city by city. */
	static InputStream file(int services) throws IOException {
		List<NamedCsvRecord> cities = cities();
		List<CatalogRow> models = CatalogData.services().rows();
		int perCity = (services + cities.size() - 1) / cities.size();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
			csv.writeRecord(Arrays.stream(CatalogColumn.values()).map(CatalogColumn::header).toList());
			for (int n = 0; n < services; n++) {
				// The cities take turns in which of the models they leave out.
				int city = n / perCity;
				CatalogRow model = models.get((n % perCity + city) % models.size());
				csv.writeRecord(of(model, cities.get(city).getField("code"), cities.get(city).getField("name")));
			}
		}
		return new ByteArrayInputStream(file.toByteArray());
	}

	private static List<NamedCsvRecord> cities() throws IOException {
		try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
			.ofNamedCsvRecord(new ClassPathResource("scale/cities.csv").getInputStream(), StandardCharsets.UTF_8)) {
			return csv.stream().toList();
		}
	}

	private static List<String> of(CatalogRow model, String code, String city) {
		String place = city.replaceFirst("^(Kabupaten|Kota) ", "");
		List<String> fields = new ArrayList<>();
		for (CatalogColumn column : CatalogColumn.values()) {
			String value = model.value(column);
			fields.add(switch (column) {
				case SLUG -> value + "-" + code.replace('.', '-');
				case NAME -> value.contains(CITY) ? value.replace(CITY, place) : value + " " + city;
				case SUMMARY, SUMMARY_EN, DESCRIPTION, DESCRIPTION_EN, KEYWORDS ->
					value.replace(CITY, place).replace("tangerang", place.toLowerCase());
				case WEB_ADDRESS, FALLBACK_ADDRESS -> value.replace("tangerangkota", "kota-" + code.replace(".", ""));
				case REGION_CODE -> value.replace("36.71", code);
				case RELATED, REPLACED_BY -> "";
				case LIFECYCLE -> value.equals("replaced") ? "suspected_obsolete" : value;
				default -> value;
			});
		}
		return fields;
	}

}
