package id.tangerangkota.layanan.vault;

import java.nio.ByteBuffer;

/** Joins parts so that no other parts, or other borders between them, look the same. */
final class Parts {

	private Parts() {
	}

	/** How many there are, then each after its length. */
	static byte[] join(byte[]... parts) {
		int length = Integer.BYTES;
		for (byte[] part : parts) {
			length += Integer.BYTES + part.length;
		}
		ByteBuffer joined = ByteBuffer.allocate(length).putInt(parts.length);
		for (byte[] part : parts) {
			joined.putInt(part.length).put(part);
		}
		return joined.array();
	}

	/** UTF-16, because UTF-8 makes the same of all halves of characters. */
	static byte[] of(String text) {
		ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
		bytes.asCharBuffer().put(text);
		return bytes.array();
	}

}
