package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import id.tangerangkota.layanan.availability.SiteVisits;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.InvalidTarget;
import id.tangerangkota.layanan.availability.probe.PageRead;
import id.tangerangkota.layanan.availability.probe.Prober;
import id.tangerangkota.layanan.availability.probe.Result;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

@Component
class ProbedVisits implements SiteVisits {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	/** Pages of the city have up to some 300 KB; what comes later is seldom a link. */
	private static final int BODY_LIMIT = 512 * 1024;

	private final Prober prober;

	private final CheckSettings settings;

	private final Clock clock;

	ProbedVisits(Prober prober, CheckSettings settings, Clock clock) {
		this.prober = prober;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public boolean isSwitchedOn() {
		return this.settings.enabled();
	}

	@Override
	public Visit visit(String address) {
		Assert.state(isSwitchedOn(), "Checks are switched off");
		HttpTarget target;
		try {
			target = HttpTarget.get(address).within(TIMEOUT, null);
		}
		catch (InvalidTarget ex) {
			return new Visit(Ending.UNREACHABLE, List.of(), null, new byte[0]);
		}
		CompletableFuture<PageRead> page = new CompletableFuture<>();
		this.prober.read(target, this.clock.instant(), BODY_LIMIT, page::complete);
		return visit(page.join());
	}

	private static Visit visit(PageRead page) {
		return new Visit(ending(page.result()), page.answers().stream().map(ProbedVisits::answer).toList(),
				page.protocol(), page.body());
	}

	private static Ending ending(Result result) {
		Cause cause = result.cause();
		return switch (result.outcome()) {
			case UP, SLOW -> Ending.ANSWERED;
			case REFUSED -> Ending.TURNED_AWAY;
			case DOWN -> (cause != null && cause.isOfCertificate()) ? Ending.UNTRUSTED : Ending.UNREACHABLE;
			case VOID, BLIND -> (cause == Cause.PORT_REFUSED) ? Ending.UNREACHABLE : Ending.VOID;
		};
	}

	private static Answer answer(PageRead.Answer answer) {
		Map<String, List<String>> headers = new TreeMap<>();
		answer.headers()
			.forEach((header) -> headers
				.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
				.add(header.getValue()));
		return new Answer(answer.address().toString(), answer.status(), headers);
	}

}
