package id.tangerangkota.layanan.open311.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that fit one of several filters, the newest first. It reads on only where it
 * takes from, so that many categories cost little more than one.
 */
class NewestFirst {

	private static final int AT_ONCE = 100;

	private final PublicComplaints complaints;

	NewestFirst(PublicComplaints complaints) {
		this.complaints = complaints;
	}

	List<PublicComplaint> of(List<PublicFilter> filters, int most) {
		PriorityQueue<Cursor> cursors = new PriorityQueue<>(
				Comparator.comparing((Cursor cursor) -> cursor.peek().receivedAt(), Comparator.reverseOrder())
					.thenComparing((cursor) -> cursor.peek().ticket().number(), Comparator.reverseOrder()));
		filters.stream().map(Cursor::new).filter(Cursor::hasNext).forEach(cursors::add);
		List<PublicComplaint> found = new ArrayList<>();
		while (!cursors.isEmpty() && found.size() < most) {
			Cursor newest = cursors.remove();
			found.add(newest.next());
			if (newest.hasNext()) {
				cursors.add(newest);
			}
		}
		return found;
	}

	/** Goes through all of one filter, a page at a time. */
	private final class Cursor implements Iterator<PublicComplaint> {

		private final PublicFilter filter;

		private Iterator<PublicComplaint> rest = List.<PublicComplaint>of().iterator();

		private @Nullable PublicComplaint ahead;

		private int page;

		private boolean last;

		private Cursor(PublicFilter filter) {
			this.filter = filter;
		}

		private PublicComplaint peek() {
			if (!hasNext() || this.ahead == null) {
				throw new NoSuchElementException();
			}
			return this.ahead;
		}

		@Override
		public boolean hasNext() {
			if (this.ahead == null && !this.rest.hasNext() && !this.last) {
				List<PublicComplaint> read = NewestFirst.this.complaints.list(this.filter, ++this.page, AT_ONCE)
					.complaints();
				this.last = read.size() < AT_ONCE;
				this.rest = read.iterator();
			}
			if (this.ahead == null && this.rest.hasNext()) {
				this.ahead = this.rest.next();
			}
			return this.ahead != null;
		}

		@Override
		public PublicComplaint next() {
			PublicComplaint next = peek();
			this.ahead = null;
			return next;
		}

	}

}
