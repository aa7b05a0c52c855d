package id.tangerangkota.layanan.availability.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks targets, thousands at a time on a few threads. Never blames a site for what is its
 * own fault: a check that begins too late or whose time ran out while this node was busy
 * is {@link Outcome#VOID}.
 */
public class Prober implements Looking, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Prober.class);

	private final ProberSettings settings;

	private final AllowedNetworks networks;

	private final String userAgent;

	private final Names names;

	private final Clock clock;

	private final Supplier<Encryption> encryption;

	private final Admission admission;

	private final ProberMeters meters;

	private volatile @Nullable Engine engine;

	private volatile boolean closed;

	/**
	 * Starts no thread before the first check.
	 * @param userAgent how it introduces itself unless the settings say otherwise
	 * @param names closed together with it
	 */
	public Prober(ProberSettings settings, AllowedNetworks networks, String userAgent, Names names, Clock clock,
			MeterRegistry meters) {
		this(settings, networks, userAgent, names, clock, meters, Encryption::new);
	}

	Prober(ProberSettings settings, AllowedNetworks networks, String userAgent, Names names, Clock clock,
			MeterRegistry meters, Supplier<Encryption> encryption) {
		this.encryption = encryption;
		this.settings = settings;
		this.networks = networks;
		this.userAgent = userAgent;
		this.names = names;
		this.clock = clock;
		this.admission = new Admission(settings.inFlight(), settings.perHost(), this::start);
		this.meters = new ProberMeters(meters, this.admission);
	}

	/**
	 * Asks a target once.
	 * @param reach in which networks it, and where it redirects to, may be
	 * @param planned when it should start; how much later it does is told, and too late
	 * is void
	 * @param done hears the result exactly once, on a thread of the prober that must not
	 * be kept; also when the prober closes ({@link Cause#LATE})
	 */
	@Override
	public void probe(Target target, Reach reach, Instant planned, Consumer<Result> done) {
		ask(new Ticket(target, reach, planned, done));
	}

	/**
	 * As {@link #probe}, but finds addresses at this moment: what name servers said a
	 * minute ago hides that they say nothing any more.
	 */
	public void probeAfresh(Target target, Reach reach, Instant planned, Consumer<Result> done) {
		ask(new Ticket(target, reach, planned, null, true, done));
	}

	private void ask(Ticket ticket) {
		if (this.closed) {
			tell(ticket, ticket.late(lag(ticket.planned())));
			return;
		}
		// Before anybody is let in: it cannot begin with trust anchors nobody can read.
		engine();
		if (!this.admission.enter(ticket)) {
			tell(ticket, ticket.late(lag(ticket.planned())));
		}
	}

	/**
	 * Opens a page in public once and reads it, by the same rules as checks.
	 * @param bodyLimit what is read of the body; the rest is not waited for
	 * @param done as for {@link #probe}
	 */
	public void read(HttpTarget target, Instant planned, int bodyLimit, Consumer<PageRead> done) {
		Reading reading = new Reading(bodyLimit);
		ask(new Ticket(target, Reach.PUBLIC, planned, reading, false, (result) -> done.accept(reading.ended(result))));
	}

	/** Called for whoever is let in, perhaps on the thread of one who leaves. */
	private void start(Ticket ticket) {
		Engine running = engine();
		Lane lane = running.lane();
		lane.loop().execute(() -> {
			int lag = lag(ticket.planned());
			if (this.closed || lag > this.settings.lateAfter().toMillis()) {
				end(ticket, ticket.late(lag));
				return;
			}
			Attempt attempt = attempt(running, lane, ticket, lag);
			ticket.begins(attempt);
			attempt.begin();
		});
	}

	private Attempt attempt(Engine running, Lane lane, Ticket ticket, int lag) {
		Consumer<Result> ended = (result) -> end(ticket, result);
		return switch (ticket.target()) {
			case HttpTarget http -> new HttpAttempt(running, lane, ticket, http, lag, ended);
			case TlsTarget tls -> new TlsAttempt(running, lane, ticket, tls, lag, ended);
			case TcpTarget tcp -> new TcpAttempt(running, lane, ticket, tcp, lag, ended);
			case DnsTarget dns -> new DnsAttempt(running, lane, ticket, dns, lag, ended);
		};
	}

	private void end(Ticket ticket, Result result) {
		this.admission.leave(ticket);
		tell(ticket, result);
	}

	private void tell(Ticket ticket, Result result) {
		try {
			if (ticket.tell(result)) {
				this.meters.ended(result);
			}
		}
		catch (RuntimeException ex) {
			logger.error("A result of {} was lost", ticket.target().host(), ex);
		}
	}

	private int lag(Instant planned) {
		return (int) Math.clamp(Duration.between(planned, this.clock.instant()).toMillis(), 0L, Integer.MAX_VALUE);
	}

	private Engine engine() {
		Engine running = this.engine;
		return (running != null) ? running : begin();
	}

	private synchronized Engine begin() {
		Engine running = this.engine;
		if (running == null) {
			String agent = this.settings.userAgent();
			running = new Engine(this.settings, new AddressGuard(this.networks.allowedNetworks()),
					(agent != null) ? agent : this.userAgent, this.names, this.encryption.get(), this.clock,
					this.meters::delayed);
			this.engine = running;
		}
		return running;
	}

	/**
	 * Ends what is under way: {@link Outcome#VOID}, for nobody knows how it would have.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		for (Ticket ticket : this.admission.close()) {
			Attempt attempt = ticket.attempt();
			if (attempt != null) {
				attempt.abandon();
			}
			else {
				tell(ticket, ticket.late(lag(ticket.planned())));
			}
		}
		Engine running = this.engine;
		if (running != null) {
			running.close();
		}
		else {
			this.names.close();
		}
	}

}
