package id.tangerangkota.layanan.web.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/** A page in one encoding. */
record Variant(byte[] body, String etag, @Nullable String encoding) {

	/** Below it compression gains less than its header costs. */
	private static final int WORTH_COMPRESSING = 300;

	static Variant identity(byte[] body, String contentType) {
		return new Variant(body, EntityTags.of(body, contentType, ""), null);
	}

	/** Null where it would not be smaller. */
	static @Nullable Variant gzip(byte[] body, String contentType) {
		if (body.length < WORTH_COMPRESSING) {
			return null;
		}
		byte[] compressed = compress(body);
		return (compressed.length < body.length)
				? new Variant(compressed, EntityTags.of(body, contentType, "-gz"), "gzip") : null;
	}

	private static byte[] compress(byte[] body) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2);
		try (GZIPOutputStream gzip = new BestGzip(bytes)) {
			gzip.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Slow, but only once per page. */
	private static final class BestGzip extends GZIPOutputStream {

		BestGzip(ByteArrayOutputStream out) throws IOException {
			super(out);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
