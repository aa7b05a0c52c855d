package id.tangerangkota.layanan.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Spring's own flash attributes are objects in the session, looked for with every
 * request, files included. The portal's are text: {@code web.Flash}.
 */
class NoFlashMaps implements FlashMapManager {

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
		if (!flashMap.isEmpty()) {
			throw new IllegalStateException("Use web.Flash: a session keeps text only");
		}
	}

}
