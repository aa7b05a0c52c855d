package id.tangerangkota.layanan.availability.probe;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;

/** What all checks of a prober share. */
final class Engine implements AutoCloseable {

	private final ProberSettings settings;

	private final AddressGuard guard;

	private final String userAgent;

	private final Names names;

	private final Encryption encryption;

	private final Certificates certificates;

	private final MultiThreadIoEventLoopGroup loops;

	private final List<Lane> lanes = new ArrayList<>();

	private final AtomicInteger turn = new AtomicInteger();

	Engine(ProberSettings settings, AddressGuard guard, String userAgent, Names names, Encryption encryption,
			Clock clock, LongConsumer delays) {
		this.settings = settings;
		this.guard = guard;
		this.userAgent = userAgent;
		this.names = names;
		this.encryption = encryption;
		this.certificates = new Certificates(settings.trustAnchors(), names.authorities(), clock);
		this.loops = new MultiThreadIoEventLoopGroup(settings.threadsOrDefault(),
				new DefaultThreadFactory("probe", true), NioIoHandler.newFactory());
		for (EventExecutor loop : this.loops) {
			this.lanes.add(new Lane((EventLoop) loop, delays));
		}
	}

	ProberSettings settings() {
		return this.settings;
	}

	AddressGuard guard() {
		return this.guard;
	}

	String userAgent() {
		return this.userAgent;
	}

	Names names() {
		return this.names;
	}

	Encryption encryption() {
		return this.encryption;
	}

	Certificates certificates() {
		return this.certificates;
	}

	Lane lane() {
		return this.lanes.get(Math.floorMod(this.turn.getAndIncrement(), this.lanes.size()));
	}

	/**
	 * Connects to addresses only: it could not look up a name if it were given one.
	 * @param limitMillis for connecting, 0 where the check's own limit is enough
	 */
	Bootstrap connector(Lane lane, int limitMillis) {
		return new Bootstrap().group(lane.loop())
			.channel(NioSocketChannel.class)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, limitMillis)
			.handler(Quiet.INSTANCE)
			.disableResolver();
	}

	@Override
	public void close() {
		this.loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
		this.names.close();
	}

}
