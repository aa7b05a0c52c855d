package id.tangerangkota.layanan.survey.instrument;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceQuestion;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentAct.Act;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where administrators keep the words of the questionnaires. Codes and dimensions are
 * fixed, or results could not be compared; other words are another version.
 */
@Component
@Transactional
public class InstrumentDesk {

	/** The tag of kept pages that show questions. */
	public static final String PAGES = ServiceQuestion.PAGES;

	private final Instruments instruments;

	private final JdbcClient jdbc;

	private final PageChanges pages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	InstrumentDesk(Instruments instruments, JdbcClient jdbc, PageChanges pages, ApplicationEventPublisher events,
			Clock clock) {
		this.instruments = instruments;
		this.jdbc = jdbc;
		this.pages = pages;
		this.events = events;
		this.clock = clock;
	}

	/** Words of an item in both languages. */
	public record Words(String text, String textEn) {
	}

	/**
	 * Writes other words: into the draft, or into a new one beside the version people are
	 * asked by.
	 * @param words by code; items that are left out keep theirs
	 */
	public void reword(Instrument instrument, Map<String, Words> words) {
		lock(instrument);
		InstrumentVersion newest = this.instruments.versions(instrument).getFirst();
		int number = (newest.state() == State.DRAFT) ? newest.number() : newest.number() + 1;
		int id = (newest.state() == State.DRAFT) ? newest.id() : draft(instrument, number);
		for (Item item : newest.items()) {
			Words changed = words.getOrDefault(item.code(), new Words(item.text(), item.textEn()));
			this.jdbc
				.sql("""
						insert into survey.item (version_id, position, code, dimension, text, text_en)
						values (:version, :position, :code, :dimension, :text, :textEn)
						on conflict (version_id, position) do update set text = excluded.text, text_en = excluded.text_en""")
				.param("version", id)
				.param("position", item.position())
				.param("code", item.code())
				.param("dimension", item.dimension())
				.param("text", changed.text())
				.param("textEn", changed.textEn())
				.update();
		}
		this.jdbc.sql("update survey.instrument_version set source_hash = null where id = ?").param(id).update();
		this.events.publishEvent(new InstrumentAct(Act.INSTRUMENT_REWORDED, instrument, number));
	}

	private int draft(Instrument instrument, int number) {
		return this.jdbc.sql("""
				insert into survey.instrument_version (instrument, number, state, made_at)
				values (?, ?, 'DRAFT', ?) returning id""")
			.params(List.of(instrument.name(), number, timestamp()))
			.query(Integer.class)
			.single();
	}

	/**
	 * Asks people by the draft from now on. Sheets that are open in browsers are still
	 * taken, as answers to the version they show.
	 * @throws NotFound if there is no draft
	 */
	public void open(Instrument instrument) {
		lock(instrument);
		InstrumentVersion newest = this.instruments.versions(instrument).getFirst();
		if (newest.state() != State.DRAFT) {
			throw new NotFound();
		}
		closeOpen(instrument);
		this.jdbc.sql("update survey.instrument_version set state = 'OPEN', opened_at = ? where id = ?")
			.params(timestamp(), newest.id())
			.update();
		tell(Act.INSTRUMENT_OPENED, instrument, newest.number());
	}

	/** Asks nobody any more; nothing happens where nobody is asked. */
	public void close(Instrument instrument) {
		lock(instrument);
		this.instruments.open(instrument).ifPresent((version) -> {
			closeOpen(instrument);
			tell(Act.INSTRUMENT_CLOSED, instrument, version.number());
		});
	}

	private void closeOpen(Instrument instrument) {
		this.jdbc.sql(
				"update survey.instrument_version set state = 'CLOSED', closed_at = ? where instrument = ? and state = 'OPEN'")
			.params(timestamp(), instrument.name())
			.update();
	}

	private void tell(Act act, Instrument instrument, int number) {
		this.pages.changed(PAGES);
		this.events.publishEvent(new InstrumentAct(act, instrument, number));
	}

	/** Two administrators, one after the other. */
	private void lock(Instrument instrument) {
		this.jdbc.sql("select id from survey.instrument_version where instrument = ? order by id for update")
			.param(instrument.name())
			.query((row) -> {
			});
	}

	private OffsetDateTime timestamp() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
