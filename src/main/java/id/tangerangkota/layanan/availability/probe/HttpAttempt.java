package id.tangerangkota.layanan.availability.probe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Asks for a page, goes where it is sent, and judges the last answer. */
final class HttpAttempt extends Attempt {

	private static final int MOST_REDIRECTS = 3;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 429);

	private final HttpTarget target;

	private final @Nullable Reading reading;

	private final Set<WebAddress> seen = new HashSet<>();

	private WebAddress here;

	HttpAttempt(Engine engine, Lane lane, Ticket ticket, HttpTarget target, int lagMillis, Consumer<Result> ended) {
		super(engine, lane, ticket, lagMillis, ended);
		this.target = target;
		this.reading = ticket.reading();
		this.here = target.address();
	}

	@Override
	void run() {
		this.seen.add(this.here);
		dial(this.here.host(), this.here.port(), this.here.encrypted());
	}

	@Override
	Cause refusal() {
		return (this.seen.size() > 1) ? Cause.REDIRECT : Cause.ADDRESS_REFUSED;
	}

	@Override
	void connected(Channel channel) {
		watch().begin(Part.FIRST_BYTE);
		new Exchange(this, this.target, this.here).begin(channel);
	}

	@Override
	void agreed(String protocol) {
		if (this.reading != null) {
			this.reading.agreed(protocol);
		}
	}

	/**
	 * The body of the answer, to be filled.
	 * @return null when nobody wants it
	 */
	@Nullable Body body(HttpHeaders headers) {
		if (this.reading != null) {
			return new Body(headers, this.reading.bodyLimit());
		}
		return this.target.readsText() ? new Body(headers, (int) engine().settings().bodyLimit().toBytes()) : null;
	}

	/** How much of a body is waited for. */
	int bodyLimit() {
		return (this.reading != null) ? this.reading.bodyLimit() : (int) engine().settings().bodyLimit().toBytes();
	}

	/**
	 * The headers of an answer are there.
	 * @return whether its body is wanted
	 */
	boolean answered(int status, HttpHeaders headers) {
		answered(status);
		if (this.reading != null) {
			this.reading.answered(this.here, status, headers);
		}
		String location = REDIRECTS.contains(status) ? headers.get(HttpHeaderNames.LOCATION) : null;
		if (this.target.followRedirects() && location != null) {
			follow(location);
			return false;
		}
		if (this.target.expected().contains(status)) {
			return true;
		}
		if (TURNED_AWAY.contains(status)) {
			turnedAway();
		}
		else {
			fail(Cause.STATUS);
		}
		return false;
	}

	private void follow(String location) {
		hangUp();
		WebAddress next;
		try {
			next = this.here.resolve(location);
		}
		catch (InvalidTarget ex) {
			fail(Cause.REDIRECT);
			return;
		}
		if (this.seen.size() > MOST_REDIRECTS || this.seen.contains(next)) {
			fail(Cause.REDIRECT);
			return;
		}
		this.here = next;
		run();
	}

	/**
	 * The body is there, or as much of it as is read.
	 * @param body null when nobody wanted to read it
	 */
	void read(@Nullable Body body) {
		if (this.reading != null && body != null) {
			this.reading.read(body.content());
		}
		String text = (body != null && this.target.readsText()) ? body.text() : null;
		if (text != null && this.target.title()) {
			titled(PageTitle.of(text));
		}
		String present = this.target.present();
		String absent = this.target.absent();
		boolean missing = present != null && (text == null || !text.contains(present));
		boolean unwanted = absent != null && text != null && text.contains(absent);
		if (missing || unwanted) {
			fail(Cause.CONTENT);
		}
		else {
			succeed();
		}
	}

}
