package id.tangerangkota.layanan.availability.probe;

import java.util.function.Consumer;

import io.netty.channel.Channel;

/** Connects and hangs up. */
final class TcpAttempt extends Attempt {

	private final TcpTarget target;

	TcpAttempt(Engine engine, Lane lane, Ticket ticket, TcpTarget target, int lagMillis, Consumer<Result> ended) {
		super(engine, lane, ticket, lagMillis, ended);
		this.target = target;
	}

	@Override
	void run() {
		dial(this.target.host(), this.target.port(), false);
	}

	@Override
	void connected(Channel channel) {
		succeed();
	}

}
