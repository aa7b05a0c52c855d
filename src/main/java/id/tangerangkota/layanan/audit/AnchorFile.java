package id.tangerangkota.layanan.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import id.tangerangkota.layanan.vault.Signature;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Anchors in a file: an object of JSON in each line. */
final class AnchorFile {

	private static final JsonMapper JSON = new JsonMapper();

	private AnchorFile() {
	}

	private record Line(@Nullable LocalDate day, @Nullable String chain, long seq, @Nullable String hash,
			@Nullable String keyId, @Nullable String signature) {

		static Line of(Anchor anchor) {
			Anchor.Head head = anchor.head();
			return new Line(head.day(), head.chain(), head.seq(), HexFormat.of().formatHex(head.hash()),
					anchor.signature().keyId(), HexFormat.of().formatHex(anchor.signature().value()));
		}

		Anchor anchor() {
			if (this.day == null || this.chain == null || this.hash == null || this.keyId == null
					|| this.signature == null) {
				throw new IllegalArgumentException("A field is missing");
			}
			return new Anchor(new Anchor.Head(this.day, this.chain, this.seq, HexFormat.of().parseHex(this.hash)),
					new Signature(this.keyId, HexFormat.of().parseHex(this.signature)));
		}

	}

	static void write(List<Anchor> anchors, PrintWriter out) {
		anchors.forEach((anchor) -> out.print(JSON.writeValueAsString(Line.of(anchor)) + "\n"));
		out.flush();
	}

	/**
	 * Reads a file.
	 * @throws IllegalArgumentException if a line is no anchor; the message names it
	 */
	static List<Anchor> read(Path file) throws IOException {
		List<Anchor> anchors = new ArrayList<>();
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			int number = 0;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				if (!line.isBlank()) {
					anchors.add(anchor(line, number));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return anchors;
	}

	private static Anchor anchor(String line, int number) {
		try {
			return JSON.readValue(line, Line.class).anchor();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new IllegalArgumentException("Line " + number + " is no anchor", ex);
		}
	}

}
