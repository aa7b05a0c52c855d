package id.tangerangkota.layanan.catalog.web;

import id.tangerangkota.layanan.catalog.ServiceUsage;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts that somebody came to a service from one of the first places of a search. The
 * link says so; the page is a kept one that knows nothing of it, so this listens before
 * any filter answers.
 */
@Component
class SearchClicks implements ServletRequestListener {

	private static final String SERVICES = "/layanan/";

	private final ServiceUsage usage;

	SearchClicks(ServiceUsage usage) {
		this.usage = usage;
	}

	@Override
	public void requestInitialized(ServletRequestEvent event) {
		if (event.getServletRequest() instanceof HttpServletRequest request && isClick(request)) {
			this.usage.found();
		}
	}

	private static boolean isClick(HttpServletRequest request) {
		return isPlace(request.getQueryString()) && request.getMethod().equals("GET")
				&& request.getRequestURI().startsWith(SERVICES);
	}

	/** Whether a part of a query string is {@code urut=1} to {@code urut=3}. */
	private static boolean isPlace(@Nullable String query) {
		return query != null && query.matches("(?:.*&)?urut=[123](?:&.*)?");
	}

}
