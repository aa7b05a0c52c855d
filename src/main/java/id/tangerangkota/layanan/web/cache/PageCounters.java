package id.tangerangkota.layanan.web.cache;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Counts how requests for kept pages end. Cheaper than meters, which look at them. */
class PageCounters implements MeterBinder {

	enum Result {

		/** Answered with the kept page. */
		HIT,

		/** The page had to be made. */
		MISS,

		/** Answered with an old page and a notice. */
		STALE,

		/** Asked in a way for which no page is kept, or by somebody signed in. */
		BYPASS,

		/** The client has the page already. */
		NOT_MODIFIED

	}

	private static final String PREFIX = "layanan.page.cache.";

	private final Map<Result, LongAdder> counts = new EnumMap<>(Result.class);

	private final PageStore store;

	PageCounters(PageStore store) {
		this.store = store;
		for (Result result : Result.values()) {
			this.counts.put(result, new LongAdder());
		}
	}

	void count(Result result) {
		adder(result).increment();
	}

	private LongAdder adder(Result result) {
		LongAdder adder = this.counts.get(result);
		if (adder == null) {
			throw new IllegalStateException("No counter for " + result);
		}
		return adder;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Result result : Result.values()) {
			FunctionCounter.builder(PREFIX + "requests", adder(result), LongAdder::sum)
				.tag("result", result.name().toLowerCase(Locale.ROOT))
				.description("Requests for pages that may be kept")
				.register(registry);
		}
		FunctionCounter.builder(PREFIX + "evictions", this.store, PageStore::evictions)
			.description("Pages given up for want of room")
			.register(registry);
		Gauge.builder(PREFIX + "entries", this.store, PageStore::entries).description("Kept pages").register(registry);
		Gauge.builder(PREFIX + "bytes", this.store, PageStore::bytes)
			.description("Memory of kept pages")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder(PREFIX + "connected", this.store, (pages) -> pages.isConnected() ? 1 : 0)
			.description("Whether changes are heard of")
			.register(registry);
	}

}
