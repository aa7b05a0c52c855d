package id.tangerangkota.layanan.catalog.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.web.InvalidParameter;
import org.jspecify.annotations.Nullable;

/**
 * How the addresses of pages, which are Indonesian, write what the code calls in English.
 */
final class UrlCodes<E extends Enum<E>> {

	static final UrlCodes<ServiceKind> KINDS = new UrlCodes<>("jenis", ServiceKind.class, "situs", "aplikasi");

	static final UrlCodes<Platform> PLATFORMS = new UrlCodes<>("platform", Platform.class, "web", "android", "ios");

	static final UrlCodes<LifeEvent> LIFE_EVENTS = new UrlCodes<>("peristiwa", LifeEvent.class, "lahir", "sekolah",
			"bekerja", "usaha", "menikah", "pindah", "sakit", "meninggal");

	static final UrlCodes<Audience> AUDIENCES = new UrlCodes<>("untuk", Audience.class, "umum", "usaha", "asn",
			"terbatas", "belum-diketahui");

	private final String parameter;

	private final Map<E, String> codes;

	private final Map<String, E> values = new HashMap<>();

	private UrlCodes(String parameter, Class<E> type, String... codes) {
		this.parameter = parameter;
		this.codes = new EnumMap<>(type);
		for (E value : type.getEnumConstants()) {
			this.codes.put(value, codes[value.ordinal()]);
			this.values.put(codes[value.ordinal()], value);
		}
	}

	String parameter() {
		return this.parameter;
	}

	/** All values with their codes, in order. */
	Map<E, String> codes() {
		return this.codes;
	}

	/**
	 * The value a parameter stands for, null when it is empty.
	 * @throws InvalidParameter if it stands for none
	 */
	@Nullable E parse(@Nullable String code) {
		if (code == null || code.isEmpty()) {
			return null;
		}
		E value = this.values.get(code);
		if (value == null) {
			throw new InvalidParameter(this.parameter, "must be one of " + this.codes.values());
		}
		return value;
	}

}
