package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.nik.InvalidNik;
import id.tangerangkota.layanan.identity.nik.Nik;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The NIK somebody typed, kept encrypted in their session while they correct the rest of
 * a form: it is never written back into a page, and nobody types sixteen digits twice.
 */
@Component
class TypedNik {

	private static final String FIELD = "nik";

	private final SealedNik seal;

	TypedNik(SealedNik seal) {
		this.seal = seal;
	}

	/**
	 * The NIK of a form: the one in the field, else the one kept. What is wrong with it
	 * is put on the field {@code nik}.
	 */
	Optional<Nik> read(HttpServletRequest request, @Nullable String typed, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			Optional<Nik> kept = kept(request);
			if (kept.isEmpty()) {
				errors.rejectValue(FIELD, "identity.nik.missing");
			}
			return kept;
		}
		try {
			Nik nik = Nik.parse(typed);
			request.getSession().setAttribute(FIELD, this.seal.seal(nik));
			return Optional.of(nik);
		}
		catch (InvalidNik ex) {
			forget(request);
			reject(ex, errors);
			return Optional.empty();
		}
	}

	static void reject(InvalidNik failure, Errors errors) {
		Object[] length = { failure.length() };
		switch (failure.reason()) {
			case NOT_DIGITS -> errors.rejectValue(FIELD, "identity.nik.not-digits");
			case LENGTH -> errors.rejectValue(FIELD, "identity.nik.length", length, null);
			case DATE -> errors.rejectValue(FIELD, "identity.nik.date");
			case SERIAL -> errors.rejectValue(FIELD, "identity.nik.serial");
		}
	}

	Optional<Nik> kept(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object sealed = (session != null) ? session.getAttribute(FIELD) : null;
		return (sealed instanceof String text) ? this.seal.open(text) : Optional.empty();
	}

	/** Tells a page which one is kept, if any is. */
	void show(HttpServletRequest request, Model model) {
		model.addAttribute("keptNik", kept(request).map(Nik::masked).orElse(null));
	}

	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(FIELD);
		}
	}

}
