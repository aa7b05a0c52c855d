package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A port that takes connections. Nothing is said on it. */
public record TcpTarget(Host host, int port, Duration timeout, @Nullable Duration slow) implements Target {

	public TcpTarget {
		Port.check(port);
		Target.checkTimes(timeout, slow);
	}

}
