package id.tangerangkota.layanan.availability.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpUtil;

/**
 * The beginning of a body, as text. Servers were asked not to compress; what those who do
 * all the same expand to has the same limit.
 */
final class Body {

	private static final int STEP = 8192;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final String encoding;

	private final Charset charset;

	private final int limit;

	Body(HttpHeaders headers, int limit) {
		this.encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "").strip().toLowerCase(Locale.ROOT);
		String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
		this.charset = (type != null) ? HttpUtil.getCharset(type, StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
		this.limit = limit;
	}

	void add(ByteBuf more) {
		int length = Math.min(more.readableBytes(), this.limit - this.bytes.size());
		try {
			more.getBytes(more.readerIndex(), this.bytes, length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String text() {
		return new String(content(), this.charset);
	}

	/** As it was before it was compressed. */
	byte[] content() {
		return switch (this.encoding) {
			case "gzip", "x-gzip", "deflate" -> expanded();
			default -> this.bytes.toByteArray();
		};
	}

	/** As much as can be: the end was cut off or is broken, and that does not matter. */
	private byte[] expanded() {
		ByteArrayOutputStream expanded = new ByteArrayOutputStream();
		byte[] step = new byte[STEP];
		ByteArrayInputStream compressed = new ByteArrayInputStream(this.bytes.toByteArray());
		try (InputStream stream = this.encoding.equals("deflate") ? new InflaterInputStream(compressed)
				: new GZIPInputStream(compressed)) {
			while (expanded.size() < this.limit) {
				int length = stream.read(step, 0, Math.min(STEP, this.limit - expanded.size()));
				if (length < 0) {
					break;
				}
				expanded.write(step, 0, length);
			}
		}
		catch (IOException ex) {
			return expanded.toByteArray();
		}
		return expanded.toByteArray();
	}

}
