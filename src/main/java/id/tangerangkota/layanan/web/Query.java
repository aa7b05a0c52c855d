package id.tangerangkota.layanan.web;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * What an address says behind its question mark: parameters in their order, none without
 * a value, for forms send their empty fields too.
 */
public final class Query {

	/** Parameter of the page of a list. */
	public static final String PAGE = "halaman";

	/** Says nothing. */
	public static final Query EMPTY = new Query(Map.of());

	private final Map<String, String> parameters;

	private Query(Map<String, String> parameters) {
		this.parameters = parameters;
	}

	/**
	 * The same with a parameter, in the place it has or at the end.
	 * @param value nothing takes it away; spaces around it do not count
	 */
	public Query with(String parameter, @Nullable String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.parameters);
		if (StringUtils.hasText(value)) {
			changed.put(parameter, value.strip());
		}
		else {
			changed.remove(parameter);
		}
		return new Query(changed);
	}

	/** The same without a parameter. */
	public Query without(String parameter) {
		return with(parameter, null);
	}

	/** A page of the list; the first needs no mention. */
	public Query page(int page) {
		return with(PAGE, (page > 1) ? String.valueOf(page) : null);
	}

	public boolean isEmpty() {
		return this.parameters.isEmpty();
	}

	/** The parameters as people typed them. */
	public Map<String, String> parameters() {
		return Collections.unmodifiableMap(this.parameters);
	}

	/** The address it makes of a path. */
	public String at(String path) {
		return isEmpty() ? path : path + "?" + this;
	}

	/** As it stands in an address, without the question mark. */
	@Override
	public String toString() {
		StringJoiner query = new StringJoiner("&");
		this.parameters
			.forEach((parameter, value) -> query.add(parameter + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)));
		return query.toString();
	}

}
