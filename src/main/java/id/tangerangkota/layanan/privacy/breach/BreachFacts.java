package id.tangerangkota.layanan.privacy.breach;

import id.tangerangkota.layanan.privacy.MaskedText;

/**
 * What is known of a breach, in words; empty what nobody knows yet.
 *
 * @param title in a few words, for lists
 * @param data which data
 * @param time when it happened
 * @param course how it happened
 * @param systems which systems
 * @param handling what was done and is done to handle it and to recover
 * @param advice what the people concerned should do
 * @param contact where they can ask
 */
public record BreachFacts(String title, String data, String time, String course, String systems, String handling,
		String advice, String contact) {

	public BreachFacts {
		title = MaskedText.of(title).text();
		data = MaskedText.of(data).text();
		time = MaskedText.of(time).text();
		course = MaskedText.of(course).text();
		systems = MaskedText.of(systems).text();
		handling = MaskedText.of(handling).text();
		advice = MaskedText.of(advice).text();
		contact = MaskedText.of(contact).text();
	}

	/** Without the words, which belong into no log. */
	@Override
	public String toString() {
		return "BreachFacts[]";
	}

}
