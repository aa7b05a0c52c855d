package id.tangerangkota.layanan.catalog.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;

import id.tangerangkota.layanan.catalog.exchange.CpsvApExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import id.tangerangkota.layanan.web.ApiParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Catalogue")
class CpsvApController {

	private static final String JSON_LD = "application/ld+json";

	private static final Duration KEPT = Duration.ofMinutes(10);

	/** Each holds a connection to the database for as long as its reader takes. */
	private static final int AT_ONCE = 2;

	private final CpsvApExport export;

	private final Semaphore free = new Semaphore(AT_ONCE);

	CpsvApController(CpsvApExport export) {
		this.export = export;
	}

	@GetMapping(path = CpsvApExport.PATH, produces = JSON_LD)
	@Operation(operationId = "exportCpsvAp", summary = "The whole catalogue as CPSV-AP 3.2.0 in JSON-LD")
	@ApiResponse(responseCode = "200", description = "OK",
			content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
	void export(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		new ApiParameters(parameters, Set.of());
		boolean head = HttpMethod.HEAD.matches(request.getMethod());
		if (!head && !this.free.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}
		try {
			response.setContentType(JSON_LD);
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
			if (!head) {
				this.export.write(response.getOutputStream());
			}
		}
		finally {
			if (!head) {
				this.free.release();
			}
		}
	}

}
