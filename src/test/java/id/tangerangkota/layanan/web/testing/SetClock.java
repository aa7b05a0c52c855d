package id.tangerangkota.layanan.web.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/**
 * Time that stands still until a test moves it; the portal's own when imported as a bean.
 */
@TestComponent
@Primary
public class SetClock extends Clock {

	private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

	private volatile Instant instant;

	/** Set to a Wednesday at ten, with no holiday within a month. */
	public SetClock() {
		this(local("2026-07-01T10:00"));
	}

	public SetClock(Instant instant) {
		this.instant = instant;
	}

	/** A time in Jakarta. */
	public static Instant local(String time) {
		return LocalDateTime.parse(time).atZone(JAKARTA).toInstant();
	}

	/** Sets the time in Jakarta. */
	public void set(String time) {
		this.instant = local(time);
	}

	public void set(Instant time) {
		this.instant = time;
	}

	public void advance(Duration duration) {
		this.instant = this.instant.plus(duration);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.instant, zone);
	}

	@Override
	public Instant instant() {
		return this.instant;
	}

}
