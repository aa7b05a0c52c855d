package id.tangerangkota.layanan.web;

import java.util.List;

/** A list that is short enough to be sent whole. */
public record ItemsView<T>(int total, List<T> items) {

	public static <T> ItemsView<T> of(List<T> items) {
		return new ItemsView<>(items.size(), items);
	}

}
