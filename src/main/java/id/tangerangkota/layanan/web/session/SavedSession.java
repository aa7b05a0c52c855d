package id.tangerangkota.layanan.web.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers the session that a request has saved until it is over. Spring Session saves
 * twice, when the answer goes out and at the end, and would read it again for that.
 */
class SavedSession extends OncePerRequestFilter {

	private final ThreadLocal<@Nullable Slot> slot = new ThreadLocal<>();

	private static final class Slot {

		private @Nullable TextSession session;

	}

	/** Null forgets it. */
	void set(@Nullable TextSession session) {
		Slot own = this.slot.get();
		if (own != null) {
			own.session = session;
		}
	}

	@Nullable TextSession get(String id) {
		Slot own = this.slot.get();
		return (own != null && own.session != null && own.session.getId().equals(id)) ? own.session : null;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.slot.set(new Slot());
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.slot.remove();
		}
	}

}
