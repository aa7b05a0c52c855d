package id.tangerangkota.layanan.availability.probe;

import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.net.ssl.SSLPeerUnverifiedException;

import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A check under way. All of it happens on one {@link Lane}, and it ends exactly once:
 * with what was found or when its time is up, whatever is going on then.
 */
abstract class Attempt {

	private static final Logger logger = LoggerFactory.getLogger(Attempt.class);

	/** Browsers try further addresses of a name as well. */
	private static final int ADDRESSES_TRIED = 3;

	/**
	 * For an address that says nothing while others are left. A lost packet is sent again
	 * after a second.
	 */
	private static final long LONGEST_CONNECT = TimeUnit.SECONDS.toNanos(3);

	/** What looks like the site's fault when this node did not look after the check. */
	private static final Set<Cause> OF_TIME = Set.of(Cause.TIMEOUT, Cause.DNS, Cause.CONNECT, Cause.TLS, Cause.RESET);

	/** Of the time limit: a node that was late by that much cannot tell. */
	private static final int STALLED_PART = 4;

	private final Engine engine;

	private final Lane lane;

	private final Ticket ticket;

	private final int lagMillis;

	private final Consumer<Result> ended;

	private final Stopwatch watch;

	private final long stalledBefore;

	private final Future<?> deadline;

	private @Nullable Channel channel;

	private int status;

	private @Nullable CertificateFinding certificate;

	private @Nullable InetAddress address;

	private @Nullable String title;

	private boolean over;

	/**
	 * The time limit runs from here.
	 * @param ended hears the result once
	 */
	Attempt(Engine engine, Lane lane, Ticket ticket, int lagMillis, Consumer<Result> ended) {
		this.engine = engine;
		this.lane = lane;
		this.ticket = ticket;
		this.lagMillis = lagMillis;
		this.ended = ended;
		long now = System.nanoTime();
		this.watch = new Stopwatch(now);
		this.stalledBefore = lane.stalled(now);
		this.deadline = lane.loop().schedule(this::timeIsUp, ticket.target().timeout().toNanos(), TimeUnit.NANOSECONDS);
	}

	/** Begins. */
	final void begin() {
		go(this::run);
	}

	/** Asks. */
	abstract void run();

	/** A connection stands, encrypted if that was wanted and trusted then. */
	abstract void connected(Channel channel);

	/** An encrypted connection was agreed upon, whatever its certificate is worth. */
	void agreed(String protocol) {
	}

	/** What it means that an address must not be asked. */
	Cause refusal() {
		return Cause.ADDRESS_REFUSED;
	}

	final Engine engine() {
		return this.engine;
	}

	final Stopwatch watch() {
		return this.watch;
	}

	final boolean isOver() {
		return this.over;
	}

	final void answered(int status) {
		this.status = status;
	}

	final void titled(@Nullable String title) {
		this.title = title;
	}

	final @Nullable CertificateFinding certificate() {
		return this.certificate;
	}

	/**
	 * Runs something of this check on its lane, unless the check is over by then. What it
	 * breaks on is this node's fault.
	 */
	final void execute(Runnable task) {
		this.lane.execute(() -> go(task));
	}

	private void go(Runnable task) {
		if (this.over) {
			return;
		}
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			broken(ex);
		}
	}

	/** Something failed that says nothing about the site. */
	final void broken(Throwable failure) {
		logger.error("A check of {} broke", this.ticket.target().host(), failure);
		end(Outcome.VOID, Cause.LATE);
	}

	/**
	 * Connects to a machine. Its name is looked up once, what must not be asked is left
	 * out, and the connection goes to an address that passed.
	 */
	final void dial(Host host, int port, boolean encrypted) {
		this.watch.begin(Part.DNS);
		if (!this.engine.settings().ports().contains(port)) {
			// People may well get there: it says nothing about the site.
			end(Outcome.VOID, Cause.PORT_REFUSED);
			return;
		}
		InetAddress literal = host.address();
		if (literal != null) {
			dial(List.of(literal), host, port, encrypted);
			return;
		}
		Names names = this.engine.names();
		CompletableFuture<List<InetAddress>> addresses = this.ticket.afresh() ? names.addressesAfresh(host)
				: names.addresses(host);
		addresses.whenComplete((found, failure) -> execute(() -> {
			if (failure != null || found.isEmpty()) {
				fail(Cause.DNS);
			}
			else {
				dial(found, host, port, encrypted);
			}
		}));
	}

	private void dial(List<InetAddress> found, Host host, int port, boolean encrypted) {
		this.watch.next(Part.CONNECT);
		List<InetAddress> allowed = found.stream()
			.filter((address) -> this.engine.guard().allows(address, this.ticket.reach()))
			.limit(ADDRESSES_TRIED)
			.toList();
		if (allowed.isEmpty()) {
			this.address = found.get(0);
			fail(refusal());
			return;
		}
		connect(allowed, 0, null, host, port, encrypted);
	}

	/**
	 * Tries one address after the other.
	 * @param dead the first one that failed by the site's own fault, null when none did
	 */
	private void connect(List<InetAddress> addresses, int index, @Nullable InetAddress dead, Host host, int port,
			boolean encrypted) {
		InetAddress next = addresses.get(index);
		this.address = next;
		ChannelFuture connecting = this.engine.connector(this.lane, patience(addresses.size() - index))
			.connect(new InetSocketAddress(next, this.engine.names().port(host, port)));
		this.channel = connecting.channel();
		connecting.addListener((ChannelFuture connection) -> {
			if (this.over) {
				connection.channel().close();
			}
			else if (connection.isSuccess()) {
				this.watch.next(Part.TLS);
				go(() -> opened(connection.channel(), host, port, encrypted));
			}
			else {
				Cause own = ownFault(next, connection.cause());
				InetAddress first = (dead == null && own == null) ? next : dead;
				if (index + 1 < addresses.size()) {
					go(() -> connect(addresses, index + 1, first, host, port, encrypted));
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
		long left = this.ticket.target().timeout().toNanos() - this.watch.total(System.nanoTime());
		long share = Math.min(LONGEST_CONNECT, left / addressesLeft);
		return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(share));
	}

	/** One address that failed by the site's fault says more than others out of reach. */
	private void unreachable(@Nullable InetAddress dead, @Nullable Cause own) {
		if (dead != null) {
			this.address = dead;
			fail(Cause.CONNECT);
		}
		else {
			end(Outcome.VOID, own);
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

	private void opened(Channel open, Host host, int port, boolean encrypted) {
		if (!encrypted) {
			connected(open);
			return;
		}
		SslHandler tls = this.engine.encryption().handler(open, host, port);
		open.pipeline().addFirst(tls);
		tls.handshakeFuture().addListener((Future<Channel> handshake) -> {
			if (this.over) {
				return;
			}
			if (!handshake.isSuccess()) {
				fail(Cause.TLS);
				return;
			}
			this.watch.next(Part.FIRST_BYTE);
			go(() -> {
				agreed(tls.engine().getSession().getProtocol());
				judge(tls, host, open);
			});
		});
	}

	private void judge(SslHandler tls, Host host, Channel open) {
		Cause distrust = distrust(tls, host);
		if (distrust == null) {
			connected(open);
		}
		else {
			fail(distrust);
		}
	}

	private @Nullable Cause distrust(SslHandler tls, Host host) {
		try {
			CertificateFinding finding = this.engine.certificates()
				.judge(tls.engine().getSession().getPeerCertificates(), host);
			keep(finding);
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

	/** Of several hops, what is wrong or will be first. */
	private void keep(CertificateFinding finding) {
		CertificateFinding before = this.certificate;
		if (before == null || finding.verdict() != Verdict.VALID || finding.expires().isBefore(before.expires())) {
			this.certificate = finding;
		}
	}

	/** All is as it should be, but perhaps slow. */
	final void succeed() {
		succeed(null);
	}

	/**
	 * The same, with something to remark.
	 * @param remark null when there is nothing
	 */
	final void succeed(@Nullable Cause remark) {
		long now = System.nanoTime();
		Duration slow = this.ticket.target().slow();
		// What this node was late by is not the site's.
		boolean tooSlow = slow != null && this.watch.total(now) - stalled(now) > slow.toNanos();
		end(tooSlow ? Outcome.SLOW : Outcome.UP, remark);
	}

	final void turnedAway() {
		end(Outcome.REFUSED, Cause.TURNED_AWAY);
	}

	final void fail(Cause cause) {
		boolean cannotTell = OF_TIME.contains(cause) && stalled(System.nanoTime()) > tolerated();
		end(cannotTell ? Outcome.VOID : Outcome.DOWN, cannotTell ? Cause.LATE : cause);
	}

	/** The prober closes. */
	final void abandon() {
		execute(() -> end(Outcome.VOID, Cause.LATE));
	}

	private void timeIsUp() {
		if (!this.over) {
			fail((this.watch.part() == Part.DNS) ? Cause.DNS : Cause.TIMEOUT);
		}
	}

	private long stalled(long now) {
		return this.lane.stalled(now) - this.stalledBefore;
	}

	private long tolerated() {
		return Math.min(this.engine.settings().lateAfter().toNanos(),
				this.ticket.target().timeout().toNanos() / STALLED_PART);
	}

	private void end(Outcome outcome, @Nullable Cause cause) {
		if (this.over) {
			return;
		}
		this.over = true;
		this.deadline.cancel(false);
		hangUp();
		this.ended.accept(new Result(this.ticket.planned(), this.lagMillis, outcome, cause, this.status,
				this.watch.phases(System.nanoTime()), this.certificate, this.address, this.title));
	}

	/**
	 * Leaves the connection there is, without a goodbye in TLS: the answer is complete or
	 * no longer wanted, and a silent server would keep the connection open.
	 */
	final void hangUp() {
		Channel open = this.channel;
		this.channel = null;
		if (open != null) {
			ChannelHandlerContext tls = open.pipeline().context(SslHandler.class);
			if (tls != null) {
				tls.close();
			}
			else {
				open.close();
			}
		}
	}

}
