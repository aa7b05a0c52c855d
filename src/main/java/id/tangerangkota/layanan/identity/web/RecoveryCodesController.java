package id.tangerangkota.layanan.identity.web;

import java.util.List;

import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Eight codes for paper. They wait encrypted in the session until the person says that
 * they are written down: a bad line must not lose them.
 */
@Controller
class RecoveryCodesController {

	private static final String PATH = "/akun/kode-pemulihan";

	private static final String ATTRIBUTE = "kode-pemulihan";

	private final AccountDesk desk;

	private final CurrentAccount account;

	private final SealedText seal;

	private final YoungPassword youngPassword;

	RecoveryCodesController(AccountDesk desk, CurrentAccount account, SealedText seal, YoungPassword youngPassword) {
		this.desk = desk;
		this.account = account;
		this.seal = seal;
		this.youngPassword = youngPassword;
	}

	/** The password, when it is asked for, and where to go afterwards. */
	record CodesForm(@Nullable String sandi, @Nullable String lanjut) {
	}

	@GetMapping(PATH)
	String page(@RequestParam(required = false) @Nullable String lanjut, HttpServletRequest request, Model model) {
		model.addAttribute("form", new CodesForm(null, ReturnPath.of(lanjut).orElse(null)));
		return show(request, model);
	}

	@PostMapping(PATH)
	Object make(@ModelAttribute("form") CodesForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (!this.youngPassword.check(request, form.sandi(), errors)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(request, model);
		}
		List<String> codes = this.desk.makeRecoveryCodes(this.account.get().id());
		request.getSession().setAttribute(ATTRIBUTE, this.seal.seal(String.join(" ", codes)));
		return Entrance.redirect(Entrance.withReturn(PATH, form.lanjut()));
	}

	@PostMapping(PATH + "/selesai")
	ModelAndView done(@ModelAttribute("form") CodesForm form, HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
		return Entrance.redirect(ReturnPath.of(form.lanjut()).orElse("/akun"));
	}

	private String show(HttpServletRequest request, Model model) {
		model.addAttribute("codes", waiting(request));
		model.addAttribute("left", this.desk.recoveryCodesLeft(this.account.get().id()));
		this.youngPassword.describe(request, model);
		return "identity/recovery-codes";
	}

	private List<String> waiting(HttpServletRequest request) {
		HttpSession session = request.getSession();
		return (session.getAttribute(ATTRIBUTE) instanceof String sealed)
				? this.seal.open(sealed).map((codes) -> List.of(codes.split(" "))).orElse(List.of()) : List.of();
	}

}
