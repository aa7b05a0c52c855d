package id.tangerangkota.layanan.privacy.web;

import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** The page of a list, from its address. */
final class PageNumber {

	private static final int MOST_DIGITS = 6;

	private PageNumber() {
	}

	/**
	 * The number, from 1.
	 * @throws NotFound if it cannot be the number of a page
	 */
	static int parse(@Nullable String typed) {
		if (!StringUtils.hasText(typed)) {
			return 1;
		}
		if (!typed.chars().allMatch((c) -> c >= '0' && c <= '9') || typed.length() > MOST_DIGITS) {
			throw new NotFound();
		}
		return Integer.parseInt(typed);
	}

}
