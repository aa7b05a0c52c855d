package id.tangerangkota.layanan.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;

/**
 * A picture as far as its decoder needs it, taken out of a file by its structure alone.
 * Text, profiles, previews, other formats in front of it or behind it do not get that
 * far: nobody unpacks them, and no size they claim is believed.
 *
 * @param content what is to be decoded
 * @param width as the header says, in pixels
 * @param height as the header says, in pixels
 */
record PictureFile(FileFormat format, byte[] content, int width, int height, Exif exif) {

	/**
	 * Drawing programs need a dozen; a file of thousands is there to keep a core busy.
	 */
	private static final int MOST_SCANS = 40;

	private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

	private static final int PNG_CHUNK = 12;

	/** The decoder of WebP reads ahead, beyond the end of a picture that is whole. */
	private static final int PADDING = 16;

	private static final int EXIF_HEADER = 6;

	private static final int SOI = 0xd8;

	private static final int EOI = 0xd9;

	private static final int SOS = 0xda;

	private static final int APP0 = 0xe0;

	private static final int APP1 = 0xe1;

	private static final int ICC = 0xe2;

	private static final int ADOBE = 0xee;

	private static final int APP15 = 0xef;

	private static final int COMMENT = 0xfe;

	long pixels() {
		return (long) this.width * this.height;
	}

	/**
	 * Takes the picture out.
	 * @throws RefusedAttachment if the file is not what it says or has no end
	 */
	static PictureFile of(FileFormat format, byte[] file) {
		try {
			PictureFile picture = switch (format) {
				case JPEG -> jpeg(file);
				case PNG -> png(file);
				case WEBP -> webp(file);
				case PDF -> throw new IllegalArgumentException("A document is no picture");
			};
			if (picture.width <= 0 || picture.height <= 0) {
				throw broken();
			}
			return picture;
		}
		catch (IndexOutOfBoundsException ex) {
			throw new RefusedAttachment(Reason.BROKEN, ex);
		}
	}

	/** ITU-T T.81 annex B. */
	private static PictureFile jpeg(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file);
		ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
		kept.write(0xff);
		kept.write(SOI);
		Exif exif = Exif.NONE;
		int width = 0;
		int height = 0;
		int scans = 0;
		int at = 2;
		while (true) {
			if ((bytes.get(at) & 0xff) != 0xff) {
				throw broken();
			}
			int marker = bytes.get(at + 1) & 0xff;
			if (marker == 0xff) {
				at++;
				continue;
			}
			if (marker == EOI) {
				kept.write(0xff);
				kept.write(EOI);
				break;
			}
			int length = Short.toUnsignedInt(bytes.getShort(at + 2));
			int end = at + 2 + length;
			if (length < 2 || end > file.length || marker < 0xc0 || marker >= 0xd0 && marker <= EOI) {
				throw broken();
			}
			if (marker == APP1 && exif == Exif.NONE && FileFormat.text(file, at + 4, 4).equals("Exif")) {
				int start = at + 4 + EXIF_HEADER;
				exif = (start < end) ? Exif.read(file, start, end - start) : Exif.NONE;
			}
			if (isFrame(marker)) {
				if (width > 0) {
					throw broken();
				}
				height = Short.toUnsignedInt(bytes.getShort(at + 5));
				width = Short.toUnsignedInt(bytes.getShort(at + 7));
			}
			if (isKept(marker, file, at)) {
				kept.write(file, at, end - at);
			}
			at = end;
			if (marker == SOS) {
				if (width == 0 || ++scans > MOST_SCANS) {
					throw broken();
				}
				int next = endOfScan(file, at);
				kept.write(file, at, next - at);
				at = next;
			}
		}
		if (scans == 0) {
			throw broken();
		}
		return new PictureFile(FileFormat.JPEG, kept.toByteArray(), width, height, exif);
	}

	/** Start of frame, except for the tables that have numbers between them. */
	private static boolean isFrame(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	/** Colours depend on the profile and on Adobe's segment; the rest is talk. */
	private static boolean isKept(int marker, byte[] file, int at) {
		if (marker == ICC) {
			return FileFormat.text(file, at + 4, 11).equals("ICC_PROFILE");
		}
		return marker == ADOBE || marker != COMMENT && (marker < APP0 || marker > APP15);
	}

	private static int endOfScan(byte[] file, int start) {
		for (int at = start; at + 1 < file.length; at++) {
			if ((file[at] & 0xff) == 0xff) {
				int next = file[at + 1] & 0xff;
				boolean restart = next >= 0xd0 && next <= 0xd7;
				if (next != 0 && next != 0xff && !restart) {
					return at;
				}
			}
		}
		throw broken();
	}

	/** W3C PNG, third edition. */
	private static PictureFile png(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file);
		ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
		kept.write(file, 0, 8);
		Exif exif = Exif.NONE;
		if (!FileFormat.text(file, 12, 4).equals("IHDR") || bytes.getInt(8) != 13) {
			throw broken();
		}
		int at = 8;
		boolean data = false;
		while (true) {
			int length = bytes.getInt(at);
			String chunk = FileFormat.text(file, at + 4, 4);
			if (length < 0 || length > file.length - at - PNG_CHUNK || chunk.equals("IHDR") && at > 8) {
				throw broken();
			}
			if (PNG_CHUNKS.contains(chunk)) {
				kept.write(file, at, length + PNG_CHUNK);
			}
			if (chunk.equals("eXIf") && length > 8) {
				exif = Exif.read(file, at + 8, length);
			}
			data |= chunk.equals("IDAT");
			at += length + PNG_CHUNK;
			if (chunk.equals("IEND")) {
				break;
			}
		}
		if (!data) {
			throw broken();
		}
		return new PictureFile(FileFormat.PNG, kept.toByteArray(), bytes.getInt(16), bytes.getInt(20), exif);
	}

	/** RFC 9649. Animations are refused: nobody needs them to show a pothole. */
	private static PictureFile webp(byte[] file) {
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		long end = 8 + Integer.toUnsignedLong(bytes.getInt(4));
		if (end > file.length) {
			throw broken();
		}
		ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
		kept.write(file, 0, 12);
		Exif exif = Exif.NONE;
		int width = 0;
		int height = 0;
		int at = 12;
		while (at + 8 <= end) {
			String chunk = FileFormat.text(file, at, 4);
			int length = bytes.getInt(at + 4);
			if (length < 0 || length > end - at - 8) {
				throw broken();
			}
			int start = at + 8;
			if (chunk.equals("EXIF") && length > 8) {
				int header = FileFormat.text(file, start, 4).equals("Exif") ? EXIF_HEADER : 0;
				exif = Exif.read(file, start + header, length - header);
			}
			// Lossy pictures lose their transparency, which goes onto white anyway.
			if ((chunk.equals("VP8 ") || chunk.equals("VP8L")) && width == 0) {
				if (chunk.equals("VP8 ")) {
					boolean key = (file[start] & 1) == 0 && (file[start + 3] & 0xff) == 0x9d;
					width = key ? bytes.getShort(start + 6) & 0x3fff : 0;
					height = key ? bytes.getShort(start + 8) & 0x3fff : 0;
				}
				else {
					int size = bytes.getInt(start + 1);
					boolean signed = file[start] == 0x2f;
					width = signed ? (size & 0x3fff) + 1 : 0;
					height = signed ? (size >> 14 & 0x3fff) + 1 : 0;
				}
				if (width == 0) {
					throw broken();
				}
				int padded = (length + 1) / 2 * 2 + PADDING;
				kept.write(file, at, 4);
				kept.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(padded).array());
				kept.write(file, start, length);
				kept.writeBytes(new byte[padded - length]);
			}
			at = start + length + length % 2;
			if (chunk.equals("ANIM") || chunk.equals("ANMF") || at < 0) {
				throw broken();
			}
		}
		byte[] content = kept.toByteArray();
		ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(4, content.length - 8);
		return new PictureFile(FileFormat.WEBP, content, width, height, exif);
	}

	private static RefusedAttachment broken() {
		return new RefusedAttachment(Reason.BROKEN);
	}

}
