package id.tangerangkota.layanan.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets few people at a time through a door at which many may push, in the order they
 * came. Virtual threads are not time-sliced: without it, two hundred who sign in would
 * each take their turn before whoever wants to read a page that is ready. For forms only:
 * who uploads or downloads over a slow line would hold a place for long.
 */
public class CrowdFilter extends OncePerRequestFilter {

	/** Where forms are worked on: after failures are caught, before sessions are read. */
	public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 4;

	private final Semaphore places;

	private final int line;

	private final Duration patience;

	private final Counter refused;

	/**
	 * Makes a door.
	 * @param name of the door, for its meters
	 * @param places how many are worked on at once
	 * @param line how many may wait; whoever comes after them is sent away at once
	 * @param patience how long they wait, give or take a half, so that not all who came
	 * together leave together; then they are asked to come again
	 */
	public CrowdFilter(String name, int places, int line, Duration patience, MeterRegistry meters) {
		this.places = new Semaphore(places, true);
		this.line = line;
		this.patience = patience;
		this.refused = meters.counter("layanan.crowd.refused", "door", name);
		Gauge.builder("layanan.crowd.waiting", this.places, Semaphore::getQueueLength)
			.tag("door", name)
			.register(meters);
	}

	/** Throws {@link Overload} where the line is too long. */
	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// Reads the form: a slow line must not hold a place.
		request.getParameterMap();
		if (!enter()) {
			this.refused.increment();
			throw new Overload(this.patience.multipliedBy(2));
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.places.release();
		}
	}

	private boolean enter() {
		if (this.places.getQueueLength() >= this.line) {
			return false;
		}
		try {
			double patient = this.patience.toNanos() * ThreadLocalRandom.current().nextDouble(.5, 1.5);
			return this.places.tryAcquire((long) patient, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
