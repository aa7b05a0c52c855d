package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.channel.Channel;
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

	final Lane lane() {
		return this.lane;
	}

	final Ticket ticket() {
		return this.ticket;
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

	/** As {@link #go}, on its lane. */
	final void execute(Runnable task) {
		this.lane.execute(() -> go(task));
	}

	/**
	 * Runs something of this check, unless the check is over by then. What it breaks on
	 * is this node's fault.
	 */
	final void go(Runnable task) {
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

	/** Connects to a machine. */
	final void dial(Host host, int port, boolean encrypted) {
		new Dialing(this, host, port, encrypted).begin();
	}

	/** An address is tried, and told of if it is the last. */
	final void asking(InetAddress asked) {
		this.address = asked;
	}

	/** A connection is made, and left when all is over. */
	final void hold(Channel connecting) {
		this.channel = connecting;
	}

	/** Of several hops, what is wrong or will be first. */
	final void keep(CertificateFinding finding) {
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

	final void end(Outcome outcome, @Nullable Cause cause) {
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
