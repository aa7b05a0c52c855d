package id.tangerangkota.layanan.web.security;

import java.net.URI;

import id.tangerangkota.layanan.web.Links;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** From whose page a browser sends a request. */
class RequestOrigin {

	private static final String FETCH_SITE = "Sec-Fetch-Site";

	private final String own;

	RequestOrigin(Links links) {
		this.own = String.valueOf(origin(links.publicUrl().toString()));
	}

	/**
	 * Whether the browser says that it was another site's. So is a neighbour under the
	 * city's domain: there are hundreds, and one may be in wrong hands.
	 */
	static boolean isForeign(HttpServletRequest request) {
		String site = request.getHeader(FETCH_SITE);
		return "cross-site".equals(site) || "same-site".equals(site);
	}

	/** Whether it surely was one of the portal's. */
	boolean isOwn(HttpServletRequest request) {
		String site = request.getHeader(FETCH_SITE);
		if (site != null) {
			return site.equals("same-origin");
		}
		String sender = request.getHeader("Origin");
		String origin = origin((sender != null) ? sender : request.getHeader("Referer"));
		return origin != null && (origin.equals(this.own) || origin.equals(origin(request.getRequestURL().toString())));
	}

	private static @Nullable String origin(@Nullable String address) {
		try {
			URI uri = URI.create(String.valueOf(address));
			if (uri.getScheme() == null || uri.getHost() == null) {
				return null;
			}
			int usual = uri.getScheme().equals("https") ? 443 : 80;
			return uri.getScheme() + "://" + uri.getHost() + ":" + ((uri.getPort() >= 0) ? uri.getPort() : usual);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
