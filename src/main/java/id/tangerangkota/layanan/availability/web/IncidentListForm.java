package id.tangerangkota.layanan.availability.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import id.tangerangkota.layanan.web.DayRange;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Which incidents somebody looks at, as it stands in the address.
 *
 * @param opd code of an agency
 * @param layanan slug of a service
 * @param dari first day
 * @param sampai last day
 */
record IncidentListForm(@Nullable String opd, @Nullable String layanan, @Nullable String dari, @Nullable String sampai,
		@Nullable String halaman) {

	static final String PATH = "/status/insiden";

	static final String AGENCY = "opd";

	static final String SERVICE = "layanan";

	boolean isNarrowed() {
		return !href(null, 1).equals(PATH);
	}

	DayRange days() {
		return DayRange.of(this.dari, this.sampai);
	}

	/** The same incidents, on another page. */
	String href(int page) {
		return href(null, page);
	}

	/** More incidents: one of the filters is left out. */
	String without(String parameter) {
		return href(parameter, 1);
	}

	private String href(@Nullable String without, int page) {
		Map<String, @Nullable String> parameters = new LinkedHashMap<>();
		parameters.put(AGENCY, this.opd);
		parameters.put(SERVICE, this.layanan);
		parameters.put(DayRange.FROM, this.dari);
		parameters.put(DayRange.TO, this.sampai);
		parameters.put("halaman", (page > 1) ? String.valueOf(page) : null);
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		parameters.forEach((parameter, value) -> {
			if (StringUtils.hasText(value) && !parameter.equals(without)) {
				query.add(parameter + "=" + UriUtils.encode(value.strip(), StandardCharsets.UTF_8));
			}
		});
		return PATH + query;
	}

}
