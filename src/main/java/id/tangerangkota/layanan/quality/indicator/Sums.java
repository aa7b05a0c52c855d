package id.tangerangkota.layanan.quality.indicator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Sum;

/** How what was found becomes sums. */
final class Sums {

	private Sums() {
	}

	static <T> Map<ServiceId, Sum> of(Map<ServiceId, T> found, Function<T, Sum> sum) {
		Map<ServiceId, Sum> sums = new HashMap<>();
		found.forEach((service, what) -> sums.put(service, sum.apply(what)));
		return sums;
	}

	/** Seconds, how many there are, and how many of each class. */
	static Sum times(List<Duration> times, List<Long> ends) {
		long[] classes = new long[ends.size() + 1];
		long seconds = 0;
		for (Duration time : times) {
			seconds += time.toSeconds();
			classes[place(time.toSeconds(), ends)]++;
		}
		return new Sum(seconds, times.size(), classes);
	}

	private static int place(long seconds, List<Long> ends) {
		int place = 0;
		while (place < ends.size() && seconds >= ends.get(place)) {
			place++;
		}
		return place;
	}

}
