package id.tangerangkota.layanan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The pages of a list as the pagination shows them.
 *
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 * @param items numbers and gaps
 */
public record Paging(@Nullable String previous, @Nullable String next, List<Item> items) {

	/** A page number, or a gap of left-out ones. */
	public record Item(int number, String href, boolean current, boolean gap) {
	}

	/**
	 * The pages of a list.
	 * @param page the current one, from 1
	 * @param href makes the address of a page
	 * @throws NotFound if there is no such page; the first is always there
	 */
	public static Paging of(int page, int size, long total, IntFunction<String> href) {
		int last = (int) Math.max(1, (total + size - 1) / size);
		if (page < 1 || page > last) {
			throw new NotFound();
		}
		List<Item> items = new ArrayList<>();
		for (int number = 1; number <= last; number++) {
			boolean near = Math.abs(number - page) <= 1 || number == 1 || number == last;
			if (near) {
				items.add(new Item(number, href.apply(number), number == page, false));
			}
			else if (!items.getLast().gap()) {
				items.add(new Item(number, "", false, true));
			}
		}
		return new Paging((page > 1) ? href.apply(page - 1) : null, (page < last) ? href.apply(page + 1) : null, items);
	}

}
