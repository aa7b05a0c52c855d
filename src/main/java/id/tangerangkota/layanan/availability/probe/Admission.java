package id.tangerangkota.layanan.availability.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets in so many checks at a time, and so many of one host. The others wait in order;
 * those of a full host stand aside and keep nobody else waiting. A host is a name, not an
 * address: behind one address of a shared host or a CDN are hundreds of names, and once
 * it hangs their checks would wait for each other until they are void, just when they
 * should find it down. What a machine with many names gets to bear at a time is limited
 * by the slots, which are spread evenly over the interval.
 */
final class Admission {

	/** More than these do not wait but hear at once that it is too late for them. */
	private static final int LONGEST_LINE = 20_000;

	private final int most;

	private final int mostOfHost;

	private final Consumer<Ticket> start;

	private final Map<String, Line> lines = new HashMap<>();

	private final Queue<Ticket> ready = new ArrayDeque<>();

	private final Set<Ticket> running = new HashSet<>();

	private int waiting;

	private boolean closed;

	private static final class Line {

		private int inside;

		private final Queue<Ticket> waiting = new ArrayDeque<>();

	}

	/**
	 * Opens.
	 * @param start is called once for each that is let in, and must be quick
	 */
	Admission(int most, int mostOfHost, Consumer<Ticket> start) {
		this.most = most;
		this.mostOfHost = mostOfHost;
		this.start = start;
	}

	/** Lets a check in or has it wait; false if it can do neither. */
	boolean enter(Ticket ticket) {
		synchronized (this) {
			if (this.closed || this.waiting >= LONGEST_LINE) {
				return false;
			}
			Line line = this.lines.computeIfAbsent(host(ticket), (host) -> new Line());
			if (line.inside >= this.mostOfHost) {
				line.waiting.add(ticket);
				this.waiting++;
				return true;
			}
			line.inside++;
			if (this.running.size() >= this.most) {
				this.ready.add(ticket);
				this.waiting++;
				return true;
			}
			this.running.add(ticket);
		}
		this.start.accept(ticket);
		return true;
	}

	/** A check that was let in is over. */
	void leave(Ticket ticket) {
		Ticket next;
		synchronized (this) {
			if (!this.running.remove(ticket)) {
				return;
			}
			next = next(host(ticket));
		}
		if (next != null) {
			this.start.accept(next);
		}
	}

	private @Nullable Ticket next(String host) {
		Line line = this.lines.get(host);
		if (line != null) {
			Ticket same = line.waiting.poll();
			if (same != null) {
				this.ready.add(same);
			}
			else if (--line.inside == 0) {
				this.lines.remove(host);
			}
		}
		Ticket next = this.ready.poll();
		if (next != null) {
			this.waiting--;
			this.running.add(next);
		}
		return next;
	}

	private static String host(Ticket ticket) {
		return ticket.target().host().name();
	}

	synchronized int running() {
		return this.running.size();
	}

	synchronized int waiting() {
		return this.waiting;
	}

	/** Lets nobody in any more, and says who is inside or waiting. */
	synchronized List<Ticket> close() {
		this.closed = true;
		List<Ticket> all = new ArrayList<>(this.running);
		all.addAll(this.ready);
		this.lines.values().forEach((line) -> all.addAll(line.waiting));
		this.lines.clear();
		this.ready.clear();
		this.running.clear();
		this.waiting = 0;
		return all;
	}

}
