package id.tangerangkota.layanan.attachment.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Makes files to be sent. */
public final class UploadFiles {

	private static final byte[] PNG_SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private UploadFiles() {
	}

	/** Red and green above, blue and white below. */
	public static BufferedImage quarters(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		Color[] colors = { Color.RED, Color.GREEN, Color.BLUE, Color.WHITE };
		for (int i = 0; i < 4; i++) {
			graphics.setColor(colors[i]);
			graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
		}
		graphics.dispose();
		return picture;
	}

	public static byte[] jpeg(int width, int height) {
		return encoded(quarters(width, height), "jpeg");
	}

	public static byte[] png(int width, int height) {
		return encoded(quarters(width, height), "png");
	}

	public static byte[] encoded(BufferedImage picture, String format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(picture, format, bytes)) {
				throw new IllegalArgumentException(format);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Held as said, in front of the city hall, by somebody with a telling camera. */
	public static byte[] jpegFromCamera(int width, int height, int orientation) {
		byte[] exif = join(ascii("Exif\0\0"), exif(orientation, "S", "E"));
		byte[] xmp = ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>RAHASIA</x:xmpmeta>");
		byte[] jpeg = jpeg(width, height);
		byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
		return join(new byte[] { (byte) 0xff, (byte) 0xd8 }, segment(0xe1, exif), segment(0xe1, xmp),
				segment(0xed, ascii("Photoshop 3.0\0RAHASIA")), segment(0xfe, ascii("RAHASIA")), rest);
	}

	/** A JPEG with comments that nobody reads, up to a size. */
	public static byte[] padded(byte[] jpeg, int size) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(size);
		out.write(jpeg, 0, 2);
		int missing = size - jpeg.length;
		while (missing > 0) {
			// The last one needs room for its head.
			int length = (missing <= 65_537) ? missing : Math.min(65_537, missing - 4);
			byte[] comment = segment(0xfe, new byte[length - 4]);
			out.write(comment, 0, comment.length);
			missing -= comment.length;
		}
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	/** A segment of a JPEG. */
	public static byte[] segment(int marker, byte[] content) {
		return ByteBuffer.allocate(content.length + 4)
			.put((byte) 0xff)
			.put((byte) marker)
			.putShort((short) (content.length + 2))
			.put(content)
			.array();
	}

	/** 6° 10' 12.6" and 106° 38' 24". */
	public static byte[] exif(int orientation, String latitudeRef, String longitudeRef) {
		ByteBuffer tiff = ByteBuffer.allocate(170).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put(ascii("II")).putShort((short) 42).putInt(8);
		tiff.putShort((short) 3);
		entry(tiff, 0x010f, 2, 8).putInt(152);
		entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
		entry(tiff, 0x8825, 4, 1).putInt(50);
		tiff.putInt(0);
		tiff.putShort((short) 4);
		entry(tiff, 1, 2, 2).put(ascii(latitudeRef + "\0\0\0"));
		entry(tiff, 2, 5, 3).putInt(104);
		entry(tiff, 3, 2, 2).put(ascii(longitudeRef + "\0\0\0"));
		entry(tiff, 4, 5, 3).putInt(128);
		tiff.putInt(0);
		for (int value : new int[] { 6, 1, 10, 1, 126, 10, 106, 1, 38, 1, 24, 1 }) {
			tiff.putInt(value);
		}
		tiff.put(ascii("RAHASIA\0"));
		return tiff.array();
	}

	private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
		return tiff.putShort((short) tag).putShort((short) type).putInt(count);
	}

	/** Of one colour, but as many bits of it as said. All zeros, so it packs well. */
	public static byte[] emptyPng(int width, int height, int depth, int colorType) {
		int channels = switch (colorType) {
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> 1;
		};
		int row = 1 + (int) (((long) width * depth * channels + 7) / 8);
		return pngOf(width, height, depth, colorType, zeros((long) row * height));
	}

	/** With a header that lies about what there is. */
	public static byte[] pngOf(int width, int height, int depth, int colorType, byte[] data, byte[]... chunks) {
		byte[] header = ByteBuffer.allocate(13)
			.putInt(width)
			.putInt(height)
			.put((byte) depth)
			.put((byte) colorType)
			.array();
		return join(PNG_SIGNATURE, chunk("IHDR", header), join(chunks), chunk("IDAT", data),
				chunk("IEND", new byte[0]));
	}

	/** So many zeros, packed. */
	public static byte[] zeros(long count) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream output = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
			byte[] zeros = new byte[64 << 10];
			for (long left = count; left > 0; left -= zeros.length) {
				output.write(zeros, 0, (int) Math.min(left, zeros.length));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A chunk of a PNG. */
	public static byte[] chunk(String type, byte[] content) {
		byte[] named = join(ascii(type), content);
		CRC32 crc = new CRC32();
		crc.update(named);
		return ByteBuffer.allocate(content.length + 12)
			.putInt(content.length)
			.put(named)
			.putInt((int) crc.getValue())
			.array();
	}

	/** Lossless and orange all over: as few bytes for any size. */
	public static byte[] webp(int width, int height, byte[]... chunks) {
		Bits bits = new Bits();
		bits.add(width - 1, 14).add(height - 1, 14).add(0, 4);
		// No transform, no colour cache, one group of codes.
		bits.add(0, 3);
		for (int symbol : new int[] { 140, 250, 10, 255, 0 }) {
			bits.add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
		}
		return riff(riffChunk("VP8L", join(new byte[] { 0x2f }, bits.bytes())), join(chunks));
	}

	/** One pixel, lossy. */
	public static byte[] lossyWebp() {
		return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
	}

	/** A chunk of a WebP. */
	public static byte[] riffChunk(String type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length + content.length % 2)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(ascii(type))
			.putInt(content.length)
			.put(content)
			.array();
	}

	private static byte[] riff(byte[]... chunks) {
		byte[] content = join(ascii("WEBP"), join(chunks));
		return riffChunk("RIFF", content);
	}

	public static byte[] pdf() {
		return ascii("""
				%PDF-1.4
				1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
				2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
				trailer<</Root 1 0 R>>
				%%EOF
				""");
	}

	public static byte[] heic() {
		return join(new byte[] { 0, 0, 0, 24 }, ascii("ftypheic"), new byte[4], ascii("mif1heic"), new byte[200]);
	}

	public static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	public static byte[] join(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

	/** The lowest bit first. */
	private static final class Bits {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private int current;

		private int count;

		Bits add(int value, int length) {
			for (int i = 0; i < length; i++) {
				this.current |= (value >> i & 1) << this.count;
				if (++this.count == 8) {
					this.bytes.write(this.current);
					this.current = 0;
					this.count = 0;
				}
			}
			return this;
		}

		byte[] bytes() {
			this.bytes.write(this.current);
			return this.bytes.toByteArray();
		}

	}

}
