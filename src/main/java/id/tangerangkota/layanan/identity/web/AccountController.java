package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.CurrentAccount;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A citizen's own page. */
@Controller
class AccountController {

	private final CurrentAccount account;

	private final AccountDesk desk;

	AccountController(CurrentAccount account, AccountDesk desk) {
		this.account = account;
		this.desk = desk;
	}

	@GetMapping("/akun")
	String page(Model model) {
		AccountSummary current = this.account.get();
		model.addAttribute("account", current);
		model.addAttribute("codesLeft", this.desk.recoveryCodesLeft(current.id()));
		return "identity/account";
	}

}
