package id.tangerangkota.layanan.availability.web;

import org.jspecify.annotations.Nullable;

/**
 * New words for announced work, as typed.
 *
 * @param versi of what stood there when it was read
 */
record WordingForm(@Nullable String isi, @Nullable String versi) {

	int version() {
		return Written.version(this.versi);
	}

}
