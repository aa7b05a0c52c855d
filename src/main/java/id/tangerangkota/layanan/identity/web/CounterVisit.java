package id.tangerangkota.layanan.identity.web;

import java.time.Instant;
import java.util.Optional;

import id.tangerangkota.layanan.identity.CounterDesk.CounterCode;
import id.tangerangkota.layanan.identity.nik.Nik;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Who stands at the counter: the NIK of the card and, once there is one, the code for its
 * owner, encrypted in the officer's session until the officer is done.
 */
@Component
class CounterVisit {

	private static final String NIK = "loket-nik";

	private static final String CODE = "loket-kode";

	private final SealedNik sealedNik;

	private final SealedText seal;

	CounterVisit(SealedNik sealedNik, SealedText seal) {
		this.sealedNik = sealedNik;
		this.seal = seal;
	}

	/** A code to copy, and until when it works. */
	record WaitingCode(String code, Instant expires) {

		/** Without the code. */
		@Override
		public String toString() {
			return "WaitingCode[" + this.expires + "]";
		}

	}

	/** The next in the queue; what is left of the one before is gone. */
	void begin(HttpServletRequest request, Nik nik) {
		HttpSession session = request.getSession();
		session.removeAttribute(CODE);
		session.setAttribute(NIK, this.sealedNik.seal(nik));
	}

	Optional<Nik> nik(HttpServletRequest request) {
		return (request.getSession().getAttribute(NIK) instanceof String sealed) ? this.sealedNik.open(sealed)
				: Optional.empty();
	}

	void keep(HttpServletRequest request, CounterCode code) {
		request.getSession().setAttribute(CODE, this.seal.seal(code.code() + " " + code.expires()));
	}

	Optional<WaitingCode> code(HttpServletRequest request) {
		return (request.getSession().getAttribute(CODE) instanceof String sealed)
				? this.seal.open(sealed).map(CounterVisit::parse) : Optional.empty();
	}

	private static WaitingCode parse(String text) {
		int space = text.indexOf(' ');
		return new WaitingCode(text.substring(0, space), Instant.parse(text.substring(space + 1)));
	}

	void end(HttpServletRequest request) {
		HttpSession session = request.getSession();
		session.removeAttribute(NIK);
		session.removeAttribute(CODE);
	}

}
