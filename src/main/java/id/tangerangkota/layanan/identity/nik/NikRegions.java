package id.tangerangkota.layanan.identity.nik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The regencies and cities a NIK can begin with, as far as they are known: only those
 * that exist today. Older ones stay valid for life, so an unknown one is a reason to look
 * again and no reason to refuse.
 */
@Component
public class NikRegions {

	private final Set<String> codes;

	NikRegions() {
		try {
			this.codes = new ClassPathResource("data/identity/regencies.txt")
				.getContentAsString(StandardCharsets.US_ASCII)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public boolean knows(Nik nik) {
		return this.codes.contains(nik.regency());
	}

}
