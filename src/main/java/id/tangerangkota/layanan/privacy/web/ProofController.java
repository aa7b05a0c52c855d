package id.tangerangkota.layanan.privacy.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import id.tangerangkota.layanan.privacy.DataRequests;
import id.tangerangkota.layanan.privacy.Proof;
import id.tangerangkota.layanan.privacy.ProofNumber;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Proofs, for whoever has their number: also after the account is closed, and for an
 * authority that wants to know whether a printed one is genuine.
 */
@Controller
class ProofController {

	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final DataRequests requests;

	ProofController(DataRequests requests) {
		this.requests = requests;
	}

	@GetMapping("/bukti/{number}")
	String page(@PathVariable String number, Model model) {
		Proof proof = find(number);
		model.addAttribute("proof", proof);
		model.addAttribute("indexed", false);
		return "privacy/proof";
	}

	/** Byte for byte what the hash on the page was made from. */
	@GetMapping("/bukti/{number}/bukti.txt")
	ResponseEntity<byte[]> file(@PathVariable String number, Locale locale) {
		Proof proof = find(number);
		return ResponseEntity.ok()
			.contentType(PLAIN)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("bukti-" + proof.number().value().toLowerCase(Locale.ROOT) + ".txt")
						.build()
						.toString())
			.body(proof.text().getBytes(StandardCharsets.UTF_8));
	}

	private Proof find(String number) {
		if (!ProofNumber.isValid(number.toUpperCase(Locale.ROOT))) {
			throw new NotFound();
		}
		return this.requests.proof(ProofNumber.parse(number)).orElseThrow(NotFound::new);
	}

}
