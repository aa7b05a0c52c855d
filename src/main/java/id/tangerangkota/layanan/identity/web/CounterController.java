package id.tangerangkota.layanan.identity.web;

import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.IllegalAccountChange;
import id.tangerangkota.layanan.identity.nik.InvalidNik;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.web.CounterForm.Action;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The counter: the NIK of the card on the desk, what there is of it, what is done. */
@Controller
class CounterController {

	private static final String PATH = "/petugas/loket";

	private static final String CASE = PATH + "/hasil";

	private final CounterDesk desk;

	private final CounterVisit visit;

	private final Waiting waiting;

	private final PageClock clock;

	CounterController(CounterDesk desk, CounterVisit visit, Waiting waiting, PageClock clock) {
		this.desk = desk;
		this.visit = visit;
		this.waiting = waiting;
		this.clock = clock;
	}

	/** The NIK of the card. */
	record NikForm(@Nullable String nik) {
	}

	@GetMapping(PATH)
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("form", new NikForm(null));
		return show(request, model);
	}

	@PostMapping(PATH)
	String lookUp(@ModelAttribute("form") NikForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
		Optional<Nik> nik = parse(form.nik(), errors);
		try {
			if (nik.isPresent()) {
				this.desk.lookUp(nik.get());
				this.visit.begin(request, nik.get());
				return "redirect:" + CASE;
			}
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			refused = HttpStatus.TOO_MANY_REQUESTS;
		}
		response.setStatus(refused.value());
		return show(request, model);
	}

	private static Optional<Nik> parse(@Nullable String typed, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			errors.rejectValue("nik", "staff.counter.nik.missing");
			return Optional.empty();
		}
		try {
			return Optional.of(Nik.parse(typed));
		}
		catch (InvalidNik ex) {
			TypedNik.reject(ex, errors);
			return Optional.empty();
		}
	}

	private String show(HttpServletRequest request, Model model) {
		model.addAttribute("kept", this.visit.nik(request).map(Nik::masked).orElse(null));
		return "staff/counter";
	}

	@GetMapping(CASE)
	String caseOf(HttpServletRequest request, Model model, Locale locale) {
		Optional<Nik> nik = this.visit.nik(request);
		if (nik.isEmpty()) {
			return "redirect:" + PATH;
		}
		model.addAttribute("form", CounterForm.EMPTY);
		return showCase(nik.get(), request, model, locale);
	}

	@PostMapping(CASE)
	String act(@ModelAttribute("form") CounterForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Optional<Nik> nik = this.visit.nik(request);
		if (nik.isEmpty()) {
			return "redirect:" + PATH;
		}
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				act(form.action().orElseThrow(), nik.get(), form.name(), request);
				return this.visit.code(request).isPresent() ? "redirect:" + PATH + "/kode" : "redirect:" + CASE;
			}
			catch (IllegalAccountChange | ConcurrencyFailureException | NotFound ex) {
				errors.reject("staff.counter.changed");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showCase(nik.get(), request, model, locale);
	}

	private void act(Action action, Nik nik, String name, HttpServletRequest request) {
		switch (action) {
			case VERIFY -> {
				this.desk.verify(require(nik).id());
				Flash.put(request, Flash.Kind.SUCCESS, "staff.counter.verified");
			}
			case HAND_OVER -> this.visit.keep(request, this.desk.handOver(nik, name));
			case OPEN -> this.visit.keep(request, this.desk.open(nik, name));
			case CODE -> this.visit.keep(request, this.desk.issueCode(require(nik).id()));
		}
	}

	private AccountSummary require(Nik nik) {
		return this.desk.find(nik).orElseThrow(NotFound::new);
	}

	private String showCase(Nik nik, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("nik", nik.masked());
		model.addAttribute("account",
				this.desk.find(nik).map((account) -> CounterView.of(account, this.clock, locale)).orElse(null));
		model.addAttribute("hasCode", this.visit.code(request).isPresent());
		return "staff/counter-case";
	}

}
