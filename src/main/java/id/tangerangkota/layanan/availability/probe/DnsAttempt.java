package id.tangerangkota.layanan.availability.probe;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import id.tangerangkota.layanan.availability.probe.Stopwatch.Part;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Asks the name servers for a record. Connects to nothing a record names; all the same an
 * address where checks may not go counts as none, so that nobody learns by checks what is
 * inside.
 */
final class DnsAttempt extends Attempt {

	private final DnsTarget target;

	private final Reach reach;

	DnsAttempt(Engine engine, Lane lane, Ticket ticket, DnsTarget target, int lagMillis, Consumer<Result> ended) {
		super(engine, lane, ticket, lagMillis, ended);
		this.target = target;
		this.reach = ticket.reach();
	}

	@Override
	void run() {
		engine().names()
			.records(this.target.host(), this.target.type())
			.whenComplete((found, failure) -> execute(() -> {
				if (failure != null || found.isEmpty()) {
					fail(Cause.DNS);
					return;
				}
				watch().next(Part.BODY);
				List<String> allowed = found.stream().filter(this::isAllowed).toList();
				if (allowed.isEmpty()) {
					fail(Cause.ADDRESS_REFUSED);
					return;
				}
				judge(allowed);
			}));
	}

	private boolean isAllowed(String value) {
		return switch (this.target.type()) {
			case A, AAAA -> engine().guard().allows(Objects.requireNonNull(new Host(value).address()), this.reach);
			case CNAME, MX, TXT -> true;
		};
	}

	private void judge(List<String> found) {
		String expected = this.target.expected();
		if (expected == null || found.stream().anyMatch((value) -> isSame(value, expected.strip()))) {
			succeed();
		}
		else {
			fail(Cause.RECORD);
		}
	}

	private boolean isSame(String value, String expected) {
		return switch (this.target.type()) {
			case TXT -> value.equals(expected);
			case CNAME -> name(value).equals(name(expected));
			case MX -> name(value).equals(name(expected)) || name(value).endsWith(" " + name(expected));
			case A, AAAA -> name(value).equals(address(expected));
		};
	}

	private static String name(String value) {
		String lower = value.toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}

	private static @Nullable String address(String text) {
		try {
			return new Host(text).name();
		}
		catch (InvalidTarget ex) {
			return null;
		}
	}

	@Override
	void connected(Channel channel) {
		throw new IllegalStateException("Nothing was dialled");
	}

}
