package id.tangerangkota.layanan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * Asks for the password again where an act is dangerous and the password was given long
 * ago; implemented by the module that knows passwords. It is a field of the form itself,
 * {@code sandi}, so that nothing typed is lost on a way to another page.
 */
public interface FreshPassword {

	/** Tells the page whether to show the field, as {@code askPassword}. */
	void describe(HttpServletRequest request, Model model);

	/**
	 * Whether the password is fresh now. If it is not, and the one given does not make it
	 * so, an error is put on the field {@code sandi}.
	 * @throws id.tangerangkota.layanan.web.TooManyTries after a few wrong ones
	 */
	boolean check(HttpServletRequest request, @Nullable String given, Errors errors);

}
