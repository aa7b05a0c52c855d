package id.tangerangkota.layanan.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Hears of answers to whoever reads a page, also where it was kept and no controller
 * knows of it. It is asked each time, so it does next to nothing.
 */
public interface AnswerListener {

	/** A request that only reads got its answer. */
	void answered(HttpServletRequest request, int status);

}
