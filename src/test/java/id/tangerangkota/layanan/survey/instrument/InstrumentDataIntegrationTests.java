package id.tangerangkota.layanan.survey.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk.Words;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The questions that are shipped, and what a release with others does. */
@SpringBootTest(properties = "spring.application.name=instruments")
@Transactional
class InstrumentDataIntegrationTests {

	@Autowired
	private InstrumentData data;

	@Autowired
	private InstrumentDesk desk;

	@Autowired
	private Instruments instruments;

	@Autowired
	private JdbcClient jdbc;

	private InstrumentVersion open(Instrument instrument) {
		return this.instruments.open(instrument).orElseThrow();
	}

	private Map<String, Long> sizes(Instrument instrument) {
		return open(instrument).items().stream().collect(Collectors.groupingBy(Item::dimension, Collectors.counting()));
	}

	@Test
	void shipsFourQuestionnaires() {
		assertThat(sizes(Instrument.ESQUAL)).containsExactlyInAnyOrderEntriesOf(
				Map.of("EFFICIENCY", 8L, "AVAILABILITY", 4L, "FULFILLMENT", 7L, "PRIVACY", 3L));
		assertThat(sizes(Instrument.ERECS))
			.containsExactlyInAnyOrderEntriesOf(Map.of("RESPONSIVENESS", 5L, "COMPENSATION", 3L, "CONTACT", 3L));
		assertThat(open(Instrument.SKM).items()).extracting(Item::code)
			.containsExactly("U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9");
		assertThat(open(Instrument.SHORT).items()).hasSize(1);
	}

	@Test
	void asksInBothLanguages() {
		for (Instrument instrument : Instrument.values()) {
			List<Item> items = open(instrument).items();
			assertThat(items).extracting(Item::position)
				.containsExactlyElementsOf(IntStream.rangeClosed(1, items.size()).boxed().toList());
			assertThat(items).allSatisfy((item) -> {
				assertThat(item.text()).isNotBlank();
				assertThat(item.textEn()).isNotBlank().isNotEqualTo(item.text());
			});
			assertThat(items).extracting(Item::code).doesNotHaveDuplicates();
			assertThat(items).extracting(Item::text).doesNotHaveDuplicates();
			assertThat(items).extracting(Item::textEn).doesNotHaveDuplicates();
		}
	}

	@Test
	void bringsTheSameWordsOnce() {
		List<InstrumentVersion> before = this.instruments.versions(Instrument.ESQUAL);
		this.data.initialize();
		assertThat(this.instruments.versions(Instrument.ESQUAL)).isEqualTo(before).hasSize(1);
	}

	@Test
	void makesAVersionOfOtherWords() {
		InstrumentVersion before = open(Instrument.ESQUAL);
		releaseBefore(Instrument.ESQUAL);
		this.data.initialize();
		assertThat(this.instruments.versions(Instrument.ESQUAL))
			.extracting(InstrumentVersion::number, InstrumentVersion::state)
			.containsExactly(tuple(2, State.OPEN), tuple(1, State.CLOSED));
		assertThat(this.instruments.version(before.id())).get()
			.extracting(InstrumentVersion::items)
			.as("answers stay with their words")
			.isEqualTo(before.items());
		assertThat(this.instruments.versions(Instrument.SKM)).as("the others stay").hasSize(1);
	}

	@Test
	void doesNotReplaceWhatAnAdministratorWroteOrClosed() {
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.desk.reword(Instrument.ESQUAL, Map.of("EFF1", new Words("Kata kami.", "Our words.")));
			this.desk.open(Instrument.ESQUAL);
			this.desk.close(Instrument.SKM);
		}
		releaseBefore(Instrument.ESQUAL);
		releaseBefore(Instrument.SKM);
		this.data.initialize();
		assertThat(open(Instrument.ESQUAL).item(1).text()).isEqualTo("Kata kami.");
		assertThat(this.instruments.versions(Instrument.ESQUAL).getFirst()).as("waits until somebody opens it")
			.extracting(InstrumentVersion::number, InstrumentVersion::state, InstrumentVersion::edited)
			.containsExactly(3, State.DRAFT, false);
		assertThat(this.instruments.open(Instrument.SKM)).isEmpty();
		assertThat(this.instruments.versions(Instrument.SKM).getFirst().state()).isEqualTo(State.DRAFT);
	}

	@Test
	void leavesADraftAlone() {
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			this.desk.reword(Instrument.ERECS, Map.of("RES1", new Words("Naskah kami.", "Our draft.")));
		}
		releaseBefore(Instrument.ERECS);
		this.data.initialize();
		assertThat(this.instruments.versions(Instrument.ERECS)).hasSize(2)
			.first()
			.satisfies((draft) -> assertThat(draft.item(1).text()).isEqualTo("Naskah kami."));
	}

	/** As if what was brought so far were other words. */
	private void releaseBefore(Instrument instrument) {
		this.jdbc.sql("""
				update survey.instrument_version set source_hash = 'before'
				where instrument = ? and source_hash is not null""").param(instrument.name()).update();
	}

}
