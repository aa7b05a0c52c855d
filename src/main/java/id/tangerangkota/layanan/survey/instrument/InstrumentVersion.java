package id.tangerangkota.layanan.survey.instrument;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.survey.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire in certain words.
 *
 * @param number counts the versions of an instrument, from 1
 * @param edited whether an administrator wrote it
 * @param items by position, which counts from 1 without gaps
 */
public record InstrumentVersion(int id, Instrument instrument, int number, State state, boolean edited,
		@Nullable Instant openedAt, @Nullable Instant closedAt, List<Item> items) {

	/** Where a version is in its life. */
	public enum State {

		/** Being written; nobody is asked. */
		DRAFT,

		/** People are asked, and its words do not change any more. */
		OPEN,

		/** Nobody is asked any more; its answers stay. */
		CLOSED

	}

	InstrumentVersion with(List<Item> items) {
		return new InstrumentVersion(this.id, this.instrument, this.number, this.state, this.edited, this.openedAt,
				this.closedAt, items);
	}

	public Item item(int position) {
		return this.items.get(position - 1);
	}

	/** Codes of its dimensions in their order. */
	public List<String> dimensions() {
		return this.items.stream().map(Item::dimension).distinct().toList();
	}

}
