package id.tangerangkota.layanan.catalog.web;

import java.util.List;

/** A list that is short enough to be sent whole. */
record ItemsView<T>(int total, List<T> items) {

	static <T> ItemsView<T> of(List<T> items) {
		return new ItemsView<>(items.size(), items);
	}

}
