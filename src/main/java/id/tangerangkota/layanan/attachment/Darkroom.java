package id.tangerangkota.layanan.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;

/**
 * Makes pictures anew: decoded, upright, no larger than a screen needs, and encoded
 * without anything but pixels.
 */
final class Darkroom {

	static final int LONGEST_SIDE = 2000;

	static final int THUMBNAIL = 320;

	/** Of the decoded picture: 16 million pixels of three bytes and something. */
	private static final long MOST_DECODED_BYTES = 64 << 20;

	/** Below, drawings and screenshots may stay PNG, where that is smaller. */
	private static final int SMALL_GRAPHIC = 1_000_000;

	private static final float QUALITY = .82f;

	private final AttachmentSettings settings;

	Darkroom(AttachmentSettings settings) {
		this.settings = settings;
	}

	/**
	 * A picture to be kept.
	 *
	 * @param width in pixels
	 * @param height in pixels
	 */
	record Print(byte[] full, byte[] thumbnail, String mediaType, int width, int height) {
	}

	/**
	 * Develops a file.
	 * @throws RefusedAttachment if it is too large or nobody can read it
	 */
	Print develop(PictureFile file) {
		int most = (file.format() == FileFormat.WEBP) ? this.settings.maxWebpPixels() : this.settings.maxPixels();
		if (file.pixels() > most) {
			throw new RefusedAttachment(Reason.TOO_MANY_PIXELS);
		}
		BufferedImage full = upright(scaled(decode(file), LONGEST_SIDE), file.exif().orientation());
		byte[] jpeg = jpeg(full);
		byte[] thumbnail = jpeg(scaled(full, THUMBNAIL));
		boolean graphic = file.format() != FileFormat.JPEG && file.pixels() <= SMALL_GRAPHIC;
		byte[] png = graphic ? png(full) : jpeg;
		return (png.length < jpeg.length) ? new Print(png, thumbnail, "image/png", full.getWidth(), full.getHeight())
				: new Print(jpeg, thumbnail, "image/jpeg", full.getWidth(), full.getHeight());
	}

	private static BufferedImage decode(PictureFile file) {
		ImageReader reader = reader(file.format());
		try (ImageInputStream input = new Ending(file.content())) {
			reader.setInput(input, true, true);
			if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
				throw new RefusedAttachment(Reason.BROKEN);
			}
			reader.addIIOReadProgressListener(new GiveUp());
			ImageReadParam param = reader.getDefaultReadParam();
			int step = step(reader, file);
			param.setSourceSubsampling(step, step, 0, 0);
			BufferedImage picture = reader.read(0, param);
			if (Thread.currentThread().isInterrupted()) {
				throw new RefusedAttachment(Reason.BROKEN);
			}
			return picture;
		}
		catch (RefusedAttachment ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Decoders trip over what nobody foresaw in all sorts of ways.
			throw new RefusedAttachment(Reason.BROKEN, ex);
		}
		finally {
			reader.dispose();
		}
	}

	/** Leaves rows and columns out that nobody would see, and more if it must. */
	private static int step(ImageReader reader, PictureFile file) throws IOException {
		int step = Math.max(1, Math.max(file.width(), file.height()) / LONGEST_SIDE);
		int bits = reader.getRawImageType(0) != null ? reader.getRawImageType(0).getColorModel().getPixelSize() : 24;
		long bytes = Math.max(24, bits) / Byte.SIZE;
		while (file.pixels() / ((long) step * step) * bytes > MOST_DECODED_BYTES) {
			step++;
		}
		return step;
	}

	private static ImageReader reader(FileFormat format) {
		if (format == FileFormat.WEBP) {
			try {
				return new WebPImageReaderSpi().createReaderInstance();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
		return readers.next();
	}

	/** Halves it until it fits, so that no pixel is left out; on white. */
	private static BufferedImage scaled(BufferedImage picture, int longest) {
		BufferedImage scaled = picture;
		while (scaled.getType() != BufferedImage.TYPE_3BYTE_BGR
				|| Math.max(scaled.getWidth(), scaled.getHeight()) > longest) {
			int side = Math.max(scaled.getWidth(), scaled.getHeight());
			double factor = Math.min(1, Math.max(.5, (double) longest / side));
			int width = (int) Math.max(1, Math.round(scaled.getWidth() * factor));
			int height = (int) Math.max(1, Math.round(scaled.getHeight() * factor));
			BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
			Graphics2D graphics = smaller.createGraphics();
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, width, height);
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.drawImage(scaled, 0, 0, width, height, null);
			graphics.dispose();
			scaled = smaller;
		}
		return scaled;
	}

	/** Turns it as the camera was held. */
	private static BufferedImage upright(BufferedImage picture, int orientation) {
		if (orientation == 1) {
			return picture;
		}
		int width = picture.getWidth();
		int height = picture.getHeight();
		AffineTransform turn = switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			default -> new AffineTransform(0, -1, 1, 0, 0, width);
		};
		boolean lying = orientation >= 5;
		BufferedImage upright = new BufferedImage(lying ? height : width, lying ? width : height,
				BufferedImage.TYPE_3BYTE_BGR);
		Graphics2D graphics = upright.createGraphics();
		graphics.drawImage(picture, turn, null);
		graphics.dispose();
		return upright;
	}

	private static byte[] jpeg(BufferedImage picture) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(QUALITY);
			// Progressive ones are 8 % smaller, and take twice the time of whoever sends
			// a photo.
			param.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
			writer.write(null, new IIOImage(picture, null, null), param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static byte[] png(BufferedImage picture) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(output);
			writer.write(picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/**
	 * Ends for good. The decoder of WebP takes the end of the file for a zero, pixel by
	 * pixel and with an exception each: millions of them in a file of forty bytes.
	 */
	private static final class Ending extends MemoryCacheImageInputStream {

		private static final int MOST_READS = 64;

		private int reads;

		private Ending(byte[] content) {
			super(new ByteArrayInputStream(content));
		}

		@Override
		public int read() throws IOException {
			return counted(super.read());
		}

		@Override
		public int read(byte[] into, int start, int length) throws IOException {
			return counted(super.read(into, start, length));
		}

		private int counted(int result) {
			if (result < 0 && ++this.reads > MOST_READS) {
				throw new RefusedAttachment(Reason.BROKEN);
			}
			return result;
		}

	}

	/** Stops when whoever waits for the picture has gone. */
	private static final class GiveUp implements IIOReadProgressListener {

		@Override
		public void imageProgress(ImageReader source, float percentageDone) {
			if (Thread.currentThread().isInterrupted()) {
				source.abort();
			}
		}

		@Override
		public void sequenceStarted(ImageReader source, int minIndex) {
		}

		@Override
		public void sequenceComplete(ImageReader source) {
		}

		@Override
		public void imageStarted(ImageReader source, int imageIndex) {
		}

		@Override
		public void imageComplete(ImageReader source) {
		}

		@Override
		public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
		}

		@Override
		public void thumbnailProgress(ImageReader source, float percentageDone) {
		}

		@Override
		public void thumbnailComplete(ImageReader source) {
		}

		@Override
		public void readAborted(ImageReader source) {
		}

	}

}
