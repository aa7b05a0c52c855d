package id.tangerangkota.layanan.web.cache;

import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The request a kept page is made for: everybody's. It shows the known parameters and
 * which type is wanted, and nothing else of the one who happened to come first, so that
 * nothing of it can get into the page.
 */
class RenderRequest extends HttpServletRequestWrapper {

	private static final String ACCEPT = "Accept";

	private final PageRequest page;

	private final URI publicUrl;

	RenderRequest(HttpServletRequest request, PageRequest page, URI publicUrl) {
		super(request);
		this.page = page;
		this.publicUrl = publicUrl;
	}

	/** A HEAD request fills the cache as well. */
	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public @Nullable String getQueryString() {
		return this.page.query();
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.page.parameters().get(name);
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		String value = getParameter(name);
		return (value != null) ? new String[] { value } : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> map = new LinkedHashMap<>();
		this.page.parameters().forEach((name, value) -> map.put(name, new String[] { value }));
		return map;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.page.parameters().keySet());
	}

	@Override
	public Cookie @Nullable [] getCookies() {
		return null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return ACCEPT.equalsIgnoreCase(name) ? super.getHeader(name) : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return ACCEPT.equalsIgnoreCase(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration((super.getHeader(ACCEPT) != null) ? List.of(ACCEPT) : List.of());
	}

	@Override
	public int getIntHeader(String name) {
		return -1;
	}

	@Override
	public long getDateHeader(String name) {
		return -1;
	}

	@Override
	public String getScheme() {
		return this.publicUrl.getScheme();
	}

	@Override
	public boolean isSecure() {
		return getScheme().equals("https");
	}

	@Override
	public String getServerName() {
		return this.publicUrl.getHost();
	}

	@Override
	public int getServerPort() {
		int port = this.publicUrl.getPort();
		return (port >= 0) ? port : (isSecure() ? 443 : 80);
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer(this.publicUrl.getScheme()).append("://")
			.append(this.publicUrl.getAuthority())
			.append(getRequestURI());
	}

}
