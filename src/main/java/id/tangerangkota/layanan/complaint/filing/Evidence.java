package id.tangerangkota.layanan.complaint.filing;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.LatestChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What checks know of a service at the moment somebody complains about it. */
@Component
class Evidence {

	private static final int RESULTS = 10;

	private final AvailabilityReport report;

	private final LatestChecks checks;

	private final JsonMapper json = new JsonMapper();

	Evidence(AvailabilityReport report, LatestChecks checks) {
		this.report = report;
		this.checks = checks;
	}

	/** A result as it is kept with the complaint. */
	private record Result(String at, CheckKind kind, String host, ServiceState outcome, @Nullable StateReason cause,
			@Nullable Integer status, int millis) {
	}

	private record Found(ServiceState state, @Nullable String since, List<Result> results) {
	}

	String of(ServiceId service) {
		CurrentState now = this.report.now(service);
		Instant since = now.since();
		return this.json.writeValueAsString(new Found(now.state(), (since != null) ? since.toString() : null,
				this.checks.of(service, RESULTS)
					.stream()
					.map((check) -> new Result(check.at().toString(), check.kind(), check.host(), check.outcome(),
							check.cause(), check.status(), check.totalMillis()))
					.toList()));
	}

}
