package id.tangerangkota.layanan.postgres.pool;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** Marks the thread of a request, for whom somebody is waiting. */
class RequestThread implements Filter {

	private static final ThreadLocal<Boolean> CURRENT = new ThreadLocal<>();

	static boolean isCurrent() {
		return CURRENT.get() != null;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean outermost = !isCurrent();
		CURRENT.set(Boolean.TRUE);
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (outermost) {
				CURRENT.remove();
			}
		}
	}

}
