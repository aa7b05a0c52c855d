package id.tangerangkota.layanan.quality.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import id.tangerangkota.layanan.quality.beacon.PageTiming;
import id.tangerangkota.layanan.quality.beacon.PageTimings;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Hears from browsers how fast pages were. The body is plain text, so that nobody reads
 * it before its length is limited.
 */
@Controller
class BeaconController {

	static final String PATH = "/ukuran";

	/** Loose: many people on phones share an address, and one in ten views is told. */
	private static final Limit NETWORK = new Limit("quality.beacon.network", 120, Duration.ofMinutes(10));

	private static final String METER = "layanan.quality.beacons";

	private final PageTimings timings;

	private final KnownRoutes routes;

	private final Throttle throttle;

	private final Counter taken;

	private final Counter refused;

	private final Counter throttled;

	BeaconController(PageTimings timings, KnownRoutes routes, Throttle throttle, MeterRegistry meters) {
		this.timings = timings;
		this.routes = routes;
		this.throttle = throttle;
		this.taken = counter("taken", meters);
		this.refused = counter("refused", meters);
		this.throttled = counter("throttled", meters);
	}

	private static Counter counter(String outcome, MeterRegistry meters) {
		return Counter.builder(METER)
			.description("What browsers told of the speed of pages")
			.tag("outcome", outcome)
			.register(meters);
	}

	@PostMapping(PATH)
	ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
		Optional<PageTiming> timing = read(request);
		if (timing.isEmpty()) {
			this.refused.increment();
			return ResponseEntity.badRequest().build();
		}
		Optional<Duration> wait = this.throttle.take(NETWORK, AddressPrefix.of(request.getRemoteAddr()));
		if (wait.isPresent()) {
			this.throttled.increment();
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.header("Retry-After", String.valueOf(wait.get().toSeconds()))
				.build();
		}
		this.timings.add(timing.get());
		this.taken.increment();
		return ResponseEntity.noContent().build();
	}

	private Optional<PageTiming> read(HttpServletRequest request) throws IOException {
		String type = request.getContentType();
		if (type == null || !type.startsWith(MediaType.TEXT_PLAIN_VALUE)) {
			return Optional.empty();
		}
		byte[] body = request.getInputStream().readNBytes(PageTiming.LONGEST + 1);
		return PageTiming.parse(new String(body, StandardCharsets.UTF_8), this.routes::contain);
	}

}
