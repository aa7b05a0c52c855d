package id.tangerangkota.layanan.survey.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.postgres.ReferenceData;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the words a release has. Other words than the release before are a new version:
 * it is opened where no administrator wrote the open one, else it waits as a draft.
 */
@Component
class InstrumentData implements ApplicationModuleInitializer {

	private static final ClassPathResource ITEMS = new ClassPathResource("data/survey/items.csv");

	private static final ClassPathResource POPULATION = new ClassPathResource("data/survey/population.csv");

	private final ReferenceData data;

	private final Instruments instruments;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	InstrumentData(ReferenceData data, Instruments instruments, JdbcClient jdbc, TransactionTemplate transaction,
			Clock clock) {
		this.data = data;
		this.instruments = instruments;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public void initialize() {
		Map<Instrument, List<Item>> brought = read();
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			brought.forEach(this::bring);
			this.data.merge(POPULATION,
					"""
							insert into survey.population as p (scope, people, source, source_hash)
							select scope, people, source, source_hash
							from jsonb_to_recordset(cast(:rows as jsonb)) as r (scope text, people bigint, source text, source_hash text)
							on conflict (scope) do update set people = excluded.people, source = excluded.source,
								source_hash = excluded.source_hash
							where p.edited_at is null and p.source_hash <> excluded.source_hash""");
		});
	}

	private static Map<Instrument, List<Item>> read() {
		Map<Instrument, List<Item>> items = new EnumMap<>(Instrument.class);
		try (InputStream in = ITEMS.getInputStream();
				CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
			for (NamedCsvRecord row : reader) {
				List<Item> list = items.computeIfAbsent(Instrument.valueOf(row.getField("instrument")),
						(instrument) -> new ArrayList<>());
				list.add(new Item(list.size() + 1, row.getField("code"), row.getField("dimension"),
						row.getField("text"), row.getField("text_en")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + ITEMS.getDescription(), ex);
		}
		return items;
	}

	private void bring(Instrument instrument, List<Item> items) {
		String hash = ReferenceData.hash(items.stream().map(Item::toString).toList());
		List<InstrumentVersion> known = this.instruments.versions(instrument);
		boolean waiting = known.stream().anyMatch((version) -> version.state() == State.DRAFT);
		if (waiting || isKnown(instrument, hash)) {
			return;
		}
		boolean edited = known.stream().anyMatch((version) -> version.state() == State.OPEN && version.edited());
		boolean closed = !known.isEmpty() && known.stream().noneMatch((version) -> version.state() == State.OPEN);
		insert(instrument, known.isEmpty() ? 1 : known.getFirst().number() + 1, items, hash, !edited && !closed);
	}

	private boolean isKnown(Instrument instrument, String hash) {
		return this.jdbc
			.sql("select exists (select 1 from survey.instrument_version where instrument = ? and source_hash = ?)")
			.params(instrument.name(), hash)
			.query(Boolean.class)
			.single();
	}

	private void insert(Instrument instrument, int number, List<Item> items, String hash, boolean open) {
		if (open) {
			this.jdbc.sql("""
					update survey.instrument_version set state = 'CLOSED', closed_at = :now
					where instrument = :instrument and state = 'OPEN'""")
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("instrument", instrument.name())
				.update();
		}
		int id = this.jdbc
			.sql("""
					insert into survey.instrument_version (instrument, number, state, source_hash, made_at, opened_at)
					values (:instrument, :number, :state, :hash, :now, case when :state = 'OPEN' then cast(:now as timestamptz) end)
					returning id""")
			.param("instrument", instrument.name())
			.param("number", number)
			.param("state", (open ? State.OPEN : State.DRAFT).name())
			.param("hash", hash)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
		for (Item item : items) {
			this.jdbc.sql("insert into survey.item values (?, ?, ?, ?, ?, ?)")
				.params(id, item.position(), item.code(), item.dimension(), item.text(), item.textEn())
				.update();
		}
	}

}
