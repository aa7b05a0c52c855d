package id.tangerangkota.layanan.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Bytes to be signed, put together so that different values never give the same ones:
 * each value is preceded by its length, and nothing has a length of its own.
 */
final class CanonicalBytes {

	private static final int ABSENT = -1;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

	/**
	 * Begins.
	 * @param format name and version of what follows, so that a later format cannot be
	 * taken for this one
	 */
	CanonicalBytes(String format) {
		add(format);
	}

	CanonicalBytes add(@Nullable String value) {
		if (value == null) {
			return add(ABSENT);
		}
		return add(value.getBytes(StandardCharsets.UTF_8));
	}

	CanonicalBytes add(byte[] value) {
		add(value.length);
		this.bytes.writeBytes(value);
		return this;
	}

	CanonicalBytes add(long value) {
		this.bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
		return this;
	}

	/** In seconds and nanoseconds: microseconds alone have no room for infinity. */
	CanonicalBytes add(Instant value) {
		return add(value.getEpochSecond()).add(value.getNano());
	}

	private CanonicalBytes add(int value) {
		this.bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
		return this;
	}

	byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

}
