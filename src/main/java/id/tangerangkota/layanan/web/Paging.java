package id.tangerangkota.layanan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The pages of a list as the pagination shows them.
 *
 * @param total the number of entries, at least
 * @param capped whether there are more than that ("lebih dari 1.000")
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 * @param items numbers and gaps
 */
public record Paging(int page, int size, long total, boolean capped, @Nullable String previous, @Nullable String next,
		List<Item> items) {

	/** Beyond it no list is read: skipping rows costs as much as reading them. */
	private static final int LAST = 1_000_000;

	private static final int MOST_DIGITS = 7;

	/** A page number, or a gap that stands for left-out ones. */
	public record Item(int number, String href, boolean current, boolean gap) {
	}

	/**
	 * The pages of a list that was counted to its end.
	 * @param page the current one, from 1
	 * @param href makes the address of a page
	 * @throws NoSuchPage if there is no such page; the first is always there
	 */
	public static Paging of(int page, int size, long total, IntFunction<String> href) {
		return of(page, size, total, false, href);
	}

	/** As {@link #of(int, int, long, IntFunction)}, of a list counted up to a limit. */
	public static Paging of(int page, int size, long total, boolean capped, IntFunction<String> href) {
		int last = Math.clamp((total + size - 1) / size, 1, LAST);
		if (page < 1 || page > last) {
			throw new NoSuchPage();
		}
		return new Paging(page, size, total, capped, (page > 1) ? href.apply(page - 1) : null,
				(page < last) ? href.apply(page + 1) : null, items(page, last, href));
	}

	/**
	 * The number of a page as it stands in an address, from 1; 1 where there is none.
	 * @throws NotFound if it cannot be the number of a page
	 */
	public static int number(@Nullable String typed) {
		if (!StringUtils.hasText(typed)) {
			return 1;
		}
		if (typed.length() > MOST_DIGITS || !typed.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new NotFound();
		}
		return Integer.parseInt(typed);
	}

	/**
	 * How many entries come before a page.
	 * @throws NoSuchPage if no list can have such a page, so that nothing is asked of the
	 * database
	 */
	public static int offset(int page, int size) {
		if (page < 1 || page > Math.min(LAST, Integer.MAX_VALUE / size)) {
			throw new NoSuchPage();
		}
		return (page - 1) * size;
	}

	private static List<Item> items(int page, int last, IntFunction<String> href) {
		List<Item> items = new ArrayList<>();
		int before = 0;
		for (int number : new int[] { 1, page - 1, page, page + 1, last }) {
			if (number <= before || number > last) {
				continue;
			}
			if (number == before + 2) {
				// A gap is no shorter than the one number it would hide.
				items.add(new Item(before + 1, href.apply(before + 1), false, false));
			}
			else if (number > before + 2) {
				items.add(new Item(before + 1, "", false, true));
			}
			items.add(new Item(number, href.apply(number), number == page, false));
			before = number;
		}
		return List.copyOf(items);
	}

}
