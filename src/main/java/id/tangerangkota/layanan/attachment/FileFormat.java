package id.tangerangkota.layanan.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;

/**
 * What a file is, by its first bytes. Its name and the type a browser says mean nothing.
 */
enum FileFormat {

	JPEG("image/jpeg"), PNG("image/png"), WEBP("image/webp"), PDF("application/pdf");

	private static final byte[] PNG_SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final int PDF_END = 1024;

	private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
			"hevs", "mif1", "msf1");

	private final String mediaType;

	FileFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	String mediaType() {
		return this.mediaType;
	}

	/**
	 * Tells the format, strictly from the first byte on.
	 * @throws RefusedAttachment if it is none of them
	 */
	static FileFormat of(byte[] file) {
		if (file.length == 0) {
			throw new RefusedAttachment(Reason.EMPTY);
		}
		if (file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff) {
			return JPEG;
		}
		if (file.length > 8 && Arrays.equals(file, 0, 8, PNG_SIGNATURE, 0, 8)) {
			return PNG;
		}
		if (text(file, 0, 4).equals("RIFF") && text(file, 8, 4).equals("WEBP")) {
			return WEBP;
		}
		if (text(file, 0, 5).equals("%PDF-")) {
			return PDF;
		}
		if (text(file, 4, 4).equals("ftyp") && HEIF_BRANDS.contains(text(file, 8, 4))) {
			throw new RefusedAttachment(Reason.HEIC);
		}
		throw new RefusedAttachment(Reason.UNKNOWN_TYPE);
	}

	/** Whether a PDF ends like one, which one that was cut off does not. */
	static boolean isWholePdf(byte[] file) {
		int start = Math.max(0, file.length - PDF_END);
		return text(file, start, file.length - start).contains("%%EOF");
	}

	/** Shorter at the end of the file. */
	static String text(byte[] file, int start, int length) {
		if (start >= file.length) {
			return "";
		}
		return new String(file, start, Math.min(length, file.length - start), StandardCharsets.ISO_8859_1);
	}

}
