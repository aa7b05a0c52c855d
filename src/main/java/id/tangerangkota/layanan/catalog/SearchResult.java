package id.tangerangkota.layanan.catalog;

import java.util.List;

/**
 * What a search found.
 *
 * @param pointers whose task it is, when it is not (only) a service of the catalogue
 * @param corrections typed words that were read as others
 * @param nearest words of the catalogue to try instead, when nothing was found
 */
public record SearchResult(ServicePage page, List<Pointer> pointers, List<Correction> corrections,
		List<String> nearest) {

	/** A typed word and the word of the catalogue it was read as. */
	public record Correction(String typed, String read) {
	}

}
