package id.tangerangkota.layanan.privacy.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.identity.Consents;
import id.tangerangkota.layanan.identity.Consents.Purpose;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.Disclosure;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.privacy.Deed;
import id.tangerangkota.layanan.privacy.PrivacyCentre;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people see of their own data, and what they decide about its use. */
@Controller
class DataController {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final PrivacyCentre centre;

	private final Consents consents;

	private final Disclosures disclosures;

	private final AgencyNames agencies;

	private final CurrentActor actor;

	private final CurrentAccount account;

	private final FactText text;

	private final PageClock pageClock;

	private final Clock clock;

	DataController(PrivacyCentre centre, Consents consents, Disclosures disclosures, AgencyNames agencies,
			CurrentActor actor, CurrentAccount account, FactText text, PageClock pageClock, Clock clock) {
		this.centre = centre;
		this.consents = consents;
		this.disclosures = disclosures;
		this.agencies = agencies;
		this.actor = actor;
		this.account = account;
		this.text = text;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	@GetMapping("/akun/data-saya")
	String data(@RequestParam(name = Done.PARAMETER, required = false) @Nullable String done, Model model,
			Locale locale) {
		Done.show(done, model);
		model.addAttribute("restricted", this.account.get().restricted());
		model.addAttribute("sections", DataView.ofPage(this.centre.about(me()), this.text, locale));
		return "privacy/data";
	}

	@GetMapping("/akun/data-saya/unduh.json")
	ResponseEntity<Map<String, Object>> json(Locale locale) {
		List<DataSection> sections = this.centre.export(me(), Deed.EXPORTED_JSON);
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("madeAt", this.clock.instant().toString());
		content.put("account", me().toString());
		content.put("sections", DataView.ofJson(sections, this.text, locale));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment("json"))
			.body(content);
	}

	@GetMapping("/akun/data-saya/unduh.html")
	String html(HttpServletResponse response, Model model, Locale locale) {
		List<DataSection> sections = this.centre.export(me(), Deed.EXPORTED_HTML);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("html"));
		model.addAttribute("madeAt", this.pageClock.now(Language.of(locale)));
		model.addAttribute("sections", DataView.ofFile(sections, this.text, locale));
		return "privacy/export";
	}

	private String attachment(String ending) {
		return ContentDisposition.attachment()
			.filename("data-saya-" + LocalDate.ofInstant(this.clock.instant(), ZONE) + "." + ending,
					StandardCharsets.US_ASCII)
			.build()
			.toString();
	}

	/** Who of the staff saw what is masked. */
	@GetMapping("/akun/data-saya/akses")
	String ledger(Model model, Locale locale) {
		model.addAttribute("views", this.disclosures.of(me()).stream().map((view) -> seen(view, locale)).toList());
		return "privacy/ledger";
	}

	/** As the page shows it. */
	record Seen(String at, @Nullable String office, Disclosure disclosure) {
	}

	private Seen seen(Disclosure disclosure, Locale locale) {
		String office = disclosure.office();
		Language language = Language.of(locale);
		return new Seen(this.pageClock.format(disclosure.at(), language),
				(office != null) ? this.agencies.name(new AgencyId(office), language) : null, disclosure);
	}

	@GetMapping("/akun/data-saya/persetujuan")
	String consents(@RequestParam(name = Done.PARAMETER, required = false) @Nullable String done, Model model) {
		Done.show(done, model);
		model.addAttribute("consents", this.consents.of(me()));
		model.addAttribute("restricted", this.account.get().restricted());
		return "privacy/consents";
	}

	@PostMapping("/akun/data-saya/persetujuan")
	String consent(@RequestParam Purpose tujuan, @RequestParam boolean beri) {
		this.centre.consent(me(), tujuan, beri);
		if (beri) {
			return "redirect:/akun/data-saya/persetujuan?selesai=disetujui";
		}
		return "redirect:/akun/data-saya/persetujuan?selesai=ditarik";
	}

	@GetMapping("/akun/data-saya/batasi")
	String restriction(@RequestParam(name = Done.PARAMETER, required = false) @Nullable String done, Model model) {
		Done.show(done, model);
		model.addAttribute("restricted", this.account.get().restricted());
		return "privacy/restriction";
	}

	@PostMapping("/akun/data-saya/batasi")
	String restrict(@RequestParam boolean batasi) {
		this.centre.restrict(me(), batasi);
		if (batasi) {
			return "redirect:/akun/data-saya/batasi?selesai=dibatasi";
		}
		return "redirect:/akun/data-saya/batasi?selesai=dilepas";
	}

	private AccountId me() {
		return this.actor.get().requireAccount();
	}

}
