package id.tangerangkota.layanan.catalog.web;

import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.web.AnswerListener;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts how often the page of a service was shown. Only what was found is counted:
 * nobody fills the memory with names of nothing.
 */
@Component
class ServiceViews implements AnswerListener {

	private static final String SERVICES = "/layanan/";

	/** Not at once: filters are there before the database. */
	private final ObjectProvider<ServiceUsage> usage;

	ServiceViews(ObjectProvider<ServiceUsage> usage) {
		this.usage = usage;
	}

	@Override
	public void answered(HttpServletRequest request, int status) {
		String path = request.getRequestURI();
		if (path.startsWith(SERVICES) && isPage(path) && request.getMethod().equals("GET")
				&& (status == HttpStatus.OK.value() || status == HttpStatus.NOT_MODIFIED.value())) {
			this.usage.getObject().viewed(path.substring(SERVICES.length()));
		}
	}

	/** Of the service itself; what lies below it are other pages. */
	private static boolean isPage(String path) {
		return path.indexOf('/', SERVICES.length()) < 0;
	}

}
