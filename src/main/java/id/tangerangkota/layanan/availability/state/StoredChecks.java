package id.tangerangkota.layanan.availability.state;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.LatestCheck;
import id.tangerangkota.layanan.availability.LatestChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.CheckResults;
import id.tangerangkota.layanan.availability.result.StoredResult;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Reads single results in the words of states. */
@Service
class StoredChecks implements LatestChecks {

	private final CheckDesk checks;

	private final CheckResults results;

	StoredChecks(CheckDesk checks, CheckResults results) {
		this.checks = checks;
		this.results = results;
	}

	@Override
	public List<LatestCheck> of(ServiceId service, int limit) {
		Map<Integer, CheckDetail> known = this.checks.ofService(service)
			.stream()
			.collect(Collectors.toMap(CheckDetail::id, Function.identity()));
		return this.results.last(known.keySet(), limit)
			.stream()
			.map((result) -> latest(Objects.requireNonNull(known.get(result.check())).spec(), result))
			.toList();
	}

	private static LatestCheck latest(CheckSpec spec, StoredResult result) {
		return new LatestCheck(result.at(), spec.kind(), spec.target().host().name(), state(result.outcome()),
				reason(result), (result.status() > 0) ? result.status() : null, result.phases().total());
	}

	private static ServiceState state(Outcome outcome) {
		return switch (outcome) {
			case UP -> ServiceState.UP;
			case SLOW -> ServiceState.DEGRADED;
			case DOWN -> ServiceState.DOWN;
			case REFUSED, VOID, BLIND -> ServiceState.UNKNOWN;
		};
	}

	private static @Nullable StateReason reason(StoredResult result) {
		return switch (result.outcome()) {
			case UP -> null;
			case SLOW -> StateReason.SLOW;
			case DOWN, REFUSED, VOID, BLIND -> Reasons.of(result.cause());
		};
	}

}
