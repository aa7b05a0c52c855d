package id.tangerangkota.layanan.availability.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The simulated city: every site of it on one free port of loopback, with and without
 * TLS. Sites are told apart by the name that is asked for.
 */
final class CityServer implements AutoCloseable {

	private final SiteCertificates certificates;

	private final Clock clock;

	private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1,
			new DefaultThreadFactory("city", true), NioIoHandler.newFactory());

	private final Channel channel;

	private volatile @Nullable Instant opened;

	CityServer(SiteCertificates certificates, Clock clock) {
		this.certificates = certificates;
		this.clock = clock;
		this.channel = new ServerBootstrap().group(this.thread)
			.channel(NioServerSocketChannel.class)
			.childHandler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel connection) {
					connection.pipeline().addLast(new SiteDoor(CityServer.this));
				}

			})
			.bind(InetAddress.getLoopbackAddress(), 0)
			.syncUninterruptibly()
			.channel();
	}

	/**
	 * From now on its sites break and recover; before, they only answer.
	 * @param at when the timetable begins
	 */
	void open(Instant at) {
		this.opened = at;
	}

	int port() {
		return ((InetSocketAddress) this.channel.localAddress()).getPort();
	}

	/** What is wrong with a site now. */
	Fault fault(String host) {
		Instant start = this.opened;
		Duration since = (start != null) ? Duration.between(start, this.clock.instant()) : Duration.ofSeconds(-1);
		return Timetable.at(host, since);
	}

	int thinking(String host) {
		return Timetable.thinking(host, this.clock.instant());
	}

	SiteCertificates certificates() {
		return this.certificates;
	}

	@Override
	public void close() {
		this.channel.close();
		this.thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

}
