package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import io.netty.channel.Channel;

/** Looks at a certificate and hangs up. */
final class TlsAttempt extends Attempt {

	private final TlsTarget target;

	private final Instant now;

	TlsAttempt(Engine engine, Lane lane, Ticket ticket, TlsTarget target, int lagMillis, Consumer<Result> ended) {
		super(engine, lane, ticket, lagMillis, ended);
		this.target = target;
		this.now = ticket.planned();
	}

	@Override
	void run() {
		dial(this.target.host(), this.target.port(), true);
	}

	@Override
	void connected(Channel channel) {
		CertificateFinding certificate = certificate();
		Instant needed = this.now.plus(Duration.ofDays(this.target.daysLeft()));
		boolean ends = certificate != null && certificate.expires().isBefore(needed);
		succeed(ends ? Cause.CERTIFICATE_ENDS : null);
	}

}
