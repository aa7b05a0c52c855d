package id.tangerangkota.layanan.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows about a typed word.
 *
 * @param stems what it is found by, Indonesian and English
 * @param known whether the catalogue uses it, in this or another form
 * @param beginning whether words of the catalogue begin with it
 * @param read the word of the catalogue it is a typing error of, null when it needs none
 */
record SearchWord(String typed, List<String> stems, boolean known, boolean beginning, @Nullable String read) {

	/** Whether it can be looked for at all. */
	boolean isUsable() {
		return this.known || this.beginning;
	}

}
