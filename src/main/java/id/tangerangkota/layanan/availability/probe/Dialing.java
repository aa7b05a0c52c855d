package id.tangerangkota.layanan.availability.probe;

import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLPeerUnverifiedException;

import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The way to a connection with one machine: its name is looked up once, what must not be
 * asked is left out, the connection goes to an address that passed, is encrypted if that
 * is wanted, and its certificate judged. On the lane of its {@link Attempt}, which hears
 * how it went.
 */
final class Dialing {

	/** Browsers try further addresses of a name as well. */
	private static final int ADDRESSES_TRIED = 3;

	/**
	 * For an address that says nothing while others are left. A lost packet is sent again
	 * after a second.
	 */
	private static final long LONGEST_CONNECT = TimeUnit.SECONDS.toNanos(3);

	private final Attempt attempt;

	private final Engine engine;

	private final Ticket ticket;

	private final Host host;

	private final int port;

	private final boolean encrypted;

	Dialing(Attempt attempt, Host host, int port, boolean encrypted) {
		this.attempt = attempt;
		this.engine = attempt.engine();
		this.ticket = attempt.ticket();
		this.host = host;
		this.port = port;
		this.encrypted = encrypted;
	}

	void begin() {
		this.attempt.watch().begin(Part.DNS);
		if (!this.engine.settings().ports().contains(this.port)) {
			// People may well get there: it says nothing about the site.
			this.attempt.end(Outcome.VOID, Cause.PORT_REFUSED);
			return;
		}
		InetAddress literal = this.host.address();
		if (literal != null) {
			dial(List.of(literal));
			return;
		}
		Names names = this.engine.names();
		CompletableFuture<List<InetAddress>> addresses = this.ticket.afresh() ? names.addressesAfresh(this.host)
				: names.addresses(this.host);
		addresses.whenComplete((found, failure) -> this.attempt.execute(() -> {
			if (failure != null || found.isEmpty()) {
				this.attempt.fail(Cause.DNS);
			}
			else {
				dial(found);
			}
		}));
	}

	private void dial(List<InetAddress> found) {
		this.attempt.watch().next(Part.CONNECT);
		List<InetAddress> allowed = found.stream()
			.filter((address) -> this.engine.guard().allows(address, this.ticket.reach()))
			.limit(ADDRESSES_TRIED)
			.toList();
		if (allowed.isEmpty()) {
			this.attempt.asking(found.get(0));
			this.attempt.fail(this.attempt.refusal());
			return;
		}
		connect(allowed, 0, null);
	}

	/**
	 * Tries one address after the other.
	 * @param dead the first one that failed by the site's own fault, null when none did
	 */
	private void connect(List<InetAddress> addresses, int index, @Nullable InetAddress dead) {
		InetAddress next = addresses.get(index);
		this.attempt.asking(next);
		ChannelFuture connecting = this.engine.connector(this.attempt.lane(), patience(addresses.size() - index))
			.connect(new InetSocketAddress(next, this.engine.names().port(this.host, this.port)));
		this.attempt.hold(connecting.channel());
		connecting.addListener((ChannelFuture connection) -> {
			if (this.attempt.isOver()) {
				connection.channel().close();
			}
			else if (connection.isSuccess()) {
				this.attempt.watch().next(Part.TLS);
				this.attempt.go(() -> opened(connection.channel()));
			}
			else {
				Cause own = ownFault(next, connection.cause());
				InetAddress first = (dead == null && own == null) ? next : dead;
				if (index + 1 < addresses.size()) {
					this.attempt.go(() -> connect(addresses, index + 1, first));
				}
				else {
					unreachable(first, own);
				}
			}
		});
	}

	/**
	 * For how many ms an address may say nothing, so that the others are asked, too. The
	 * last one has all the time there is, and needs no timer of its own: 0.
	 */
	private int patience(int addressesLeft) {
		if (addressesLeft == 1) {
			return 0;
		}
		long left = this.ticket.target().timeout().toNanos() - this.attempt.watch().total(System.nanoTime());
		long share = Math.min(LONGEST_CONNECT, left / addressesLeft);
		return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(share));
	}

	/** One address that failed by the site's fault says more than others out of reach. */
	private void unreachable(@Nullable InetAddress dead, @Nullable Cause own) {
		if (dead != null) {
			this.attempt.asking(dead);
			this.attempt.fail(Cause.CONNECT);
		}
		else {
			this.attempt.end(Outcome.VOID, own);
		}
	}

	/** Out of sockets or ports, or without IPv6, it is not the site that failed. */
	private static @Nullable Cause ownFault(InetAddress address, Throwable failure) {
		boolean own = failure instanceof ChannelException || failure instanceof BindException
				|| failure.getCause() instanceof BindException;
		boolean noIpv6 = address instanceof Inet6Address
				&& String.valueOf(failure.getMessage()).startsWith("Network is unreachable");
		if (noIpv6) {
			return Cause.OWN_NETWORK;
		}
		return own ? Cause.LATE : null;
	}

	private void opened(Channel open) {
		if (!this.encrypted) {
			this.attempt.connected(open);
			return;
		}
		SslHandler tls = this.engine.encryption().handler(open, this.host, this.port);
		open.pipeline().addFirst(tls);
		tls.handshakeFuture().addListener((Future<Channel> handshake) -> {
			if (this.attempt.isOver()) {
				return;
			}
			if (!handshake.isSuccess()) {
				this.attempt.fail(Cause.TLS);
				return;
			}
			this.attempt.watch().next(Part.FIRST_BYTE);
			this.attempt.go(() -> {
				this.attempt.agreed(tls.engine().getSession().getProtocol());
				judge(tls, open);
			});
		});
	}

	private void judge(SslHandler tls, Channel open) {
		Cause distrust = distrust(tls);
		if (distrust == null) {
			this.attempt.connected(open);
		}
		else {
			this.attempt.fail(distrust);
		}
	}

	private @Nullable Cause distrust(SslHandler tls) {
		try {
			CertificateFinding finding = this.engine.certificates()
				.judge(tls.engine().getSession().getPeerCertificates(), this.host);
			this.attempt.keep(finding);
			return switch (finding.verdict()) {
				case VALID -> null;
				case EXPIRED -> Cause.CERTIFICATE_EXPIRED;
				case NOT_YET_VALID -> Cause.CERTIFICATE_NOT_YET_VALID;
				case WRONG_HOST -> Cause.CERTIFICATE_WRONG_HOST;
				case UNTRUSTED -> Cause.CERTIFICATE_UNTRUSTED;
			};
		}
		catch (SSLPeerUnverifiedException | CertificateException ex) {
			return Cause.CERTIFICATE;
		}
	}

}
