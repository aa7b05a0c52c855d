package id.tangerangkota.layanan.attachment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * The two things worth knowing of what a camera writes into a photo (EXIF 2.32, a TIFF
 * structure). Whatever is wrong with it, the photo is a photo without it.
 *
 * @param orientation 1 to 8; 1 is upright
 */
record Exif(int orientation, @Nullable PhotoPlace place) {

	static final Exif NONE = new Exif(1, null);

	private static final int ORIENTATION = 0x0112;

	private static final int GPS = 0x8825;

	private static final int LATITUDE_REF = 1;

	private static final int LATITUDE = 2;

	private static final int LONGITUDE_REF = 3;

	private static final int LONGITUDE = 4;

	private static final int ENTRY = 12;

	private static final int RATIONAL = 5;

	private static final int MOST_ENTRIES = 500;

	/** Reads the structure, which starts with its byte order. */
	static Exif read(byte[] bytes, int start, int length) {
		try {
			ByteBuffer tiff = ByteBuffer.wrap(bytes, start, length).slice();
			tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int directory = tiff.getInt(4);
			int entry = find(tiff, directory, ORIENTATION);
			int orientation = (entry < 0) ? 1 : Short.toUnsignedInt(tiff.getShort(entry + 8));
			return new Exif((orientation >= 1 && orientation <= 8) ? orientation : 1, place(tiff, directory));
		}
		catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException ex) {
			return NONE;
		}
	}

	private static @Nullable PhotoPlace place(ByteBuffer tiff, int directory) {
		int pointer = find(tiff, directory, GPS);
		if (pointer < 0) {
			return null;
		}
		int gps = tiff.getInt(pointer + 8);
		int latitudeRef = find(tiff, gps, LATITUDE_REF);
		int longitudeRef = find(tiff, gps, LONGITUDE_REF);
		double latitude = degrees(tiff, find(tiff, gps, LATITUDE));
		double longitude = degrees(tiff, find(tiff, gps, LONGITUDE));
		if (latitudeRef < 0 || longitudeRef < 0 || !(latitude <= 90) || !(longitude <= 180)) {
			return null;
		}
		// Cameras without a fix write zeros.
		if (latitude == 0 && longitude == 0) {
			return null;
		}
		return new PhotoPlace((tiff.get(latitudeRef + 8) == 'S') ? -latitude : latitude,
				(tiff.get(longitudeRef + 8) == 'W') ? -longitude : longitude);
	}

	/** Degrees, minutes and seconds, each a fraction. Not a number if there are none. */
	private static double degrees(ByteBuffer tiff, int entry) {
		if (entry < 0 || tiff.getShort(entry + 2) != RATIONAL || tiff.getInt(entry + 4) != 3) {
			return Double.NaN;
		}
		int values = tiff.getInt(entry + 8);
		double degrees = 0;
		double unit = 1;
		for (int i = 0; i < 3; i++) {
			long numerator = Integer.toUnsignedLong(tiff.getInt(values + 8 * i));
			long denominator = Integer.toUnsignedLong(tiff.getInt(values + 8 * i + 4));
			if (denominator == 0) {
				return Double.NaN;
			}
			degrees += unit * numerator / denominator;
			unit /= 60;
		}
		return degrees;
	}

	/** Where the entry stands, negative if there is none. */
	private static int find(ByteBuffer tiff, int directory, int tag) {
		int entries = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), MOST_ENTRIES);
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + ENTRY * i;
			if (Short.toUnsignedInt(tiff.getShort(entry)) == tag) {
				return entry;
			}
		}
		return -1;
	}

}
