package id.tangerangkota.layanan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the header of every page who reads it; implemented by the module that signs
 * people in. Without one the header says nothing about it.
 */
@FunctionalInterface
public interface VisitorMenu {

	/**
	 * The reader of a page, null to show nothing. Asked for kept pages too, with a
	 * request that shows nobody; must not open a session.
	 */
	@Nullable Visitor visitor(HttpServletRequest request);

}
