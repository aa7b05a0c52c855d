package id.tangerangkota.layanan.quality.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** ZIP files that are the same bytes whenever they are written. */
final class FixedZip {

	/** The first time the format can write; it knows no zone. */
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	/** More does not belong into a pack. */
	private static final int LARGEST = 64 * 1024 * 1024;

	private FixedZip() {
	}

	static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			ZipEntry entry = new ZipEntry(file.getKey());
			entry.setTimeLocal(TIME);
			zip.putNextEntry(entry);
			zip.write(file.getValue());
			zip.closeEntry();
		}
		zip.finish();
	}

	/**
	 * The files of a pack, in their order. By way of a file, because what is written for
	 * spreadsheets tells the sizes only at the end.
	 */
	static Map<String, byte[]> read(byte[] content) throws IOException {
		Path file = Files.createTempFile("paket-", ".zip");
		try {
			Files.write(file, content);
			Map<String, byte[]> files = new LinkedHashMap<>();
			int left = LARGEST;
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					byte[] bytes = zip.getInputStream(entry).readNBytes(left + 1);
					left -= bytes.length;
					if (left < 0) {
						throw new IOException("Too large");
					}
					files.put(entry.getName(), bytes);
				}
			}
			return files;
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
