package id.tangerangkota.layanan.open311.web;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintDesk;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the number of a report to whoever knows its token. */
@Controller
class ReportTokenController {

	private static final String PATH = "/open311/v2/tokens";

	private final ComplaintDesk desk;

	private final Jurisdiction jurisdiction;

	ReportTokenController(ComplaintDesk desk, Jurisdiction jurisdiction) {
		this.desk = desk;
		this.jurisdiction = jurisdiction;
	}

	@GetMapping({ PATH + "/{token:[^.]+}", PATH + "/{token:[^.]+}." + Format.PATTERN })
	ResponseEntity<String> token(@PathVariable String token, @PathVariable(required = false) @Nullable String format,
			@RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdictionId) {
		this.jurisdiction.check(jurisdictionId);
		Optional<UUID> key = parse(token);
		return key.flatMap(this.desk::receipt)
			.map((receipt) -> Format.of(format).answer(ReportReceipts.ofToken(receipt, key.get())))
			.orElseThrow(() -> Refused.notFound("open311.error.token"));
	}

	@GetMapping({ PATH, PATH + "." + Format.PATTERN })
	ResponseEntity<String> none() {
		throw Refused.invalid("open311.error.token.missing");
	}

	private static Optional<UUID> parse(String token) {
		try {
			return Optional.of(UUID.fromString(token));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
