package id.tangerangkota.layanan.notification.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.UnsubscribeLinks;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests.Confirmed;
import id.tangerangkota.layanan.notification.subscription.Subscriptions;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where links in mails lead: to confirm a subscription, and to end mails. */
@Controller
class SubscriptionLinkController {

	private static final String CONFIRM = "/langganan/konfirmasi/{token}";

	private final Subscriptions subscriptions;

	private final SubscriptionRequests requests;

	private final UnsubscribeLinks links;

	private final ServiceCatalog catalog;

	SubscriptionLinkController(Subscriptions subscriptions, SubscriptionRequests requests, UnsubscribeLinks links,
			ServiceCatalog catalog) {
		this.subscriptions = subscriptions;
		this.requests = requests;
		this.links = links;
		this.catalog = catalog;
	}

	/** A button, because mail programs open links by themselves. */
	@GetMapping(CONFIRM)
	String confirmPage(@PathVariable String token, HttpServletResponse response, Model model) {
		ResponseHeaders.noReferrer(response);
		return show(this.requests.asked(token), response, model) ? "notification/subscribe-confirm"
				: "notification/link-gone";
	}

	@PostMapping(CONFIRM)
	String confirm(@PathVariable String token, HttpServletResponse response, Model model, Locale locale) {
		ResponseHeaders.noReferrer(response);
		Optional<Confirmed> confirmed = this.requests.confirm(token, Language.of(locale));
		model.addAttribute("over", confirmed.filter(Confirmed::over).isPresent());
		return show(confirmed.map(Confirmed::wish), response, model) ? "notification/subscribe-confirmed"
				: "notification/link-gone";
	}

	private boolean show(Optional<Wish> wish, HttpServletResponse response, Model model) {
		model.addAttribute("indexed", false);
		if (wish.isEmpty()) {
			response.setStatus(HttpStatus.GONE.value());
			return false;
		}
		model.addAttribute("once", wish.get().onlyThisOutage());
		model.addAttribute("service", services(List.of(wish.get().service())).stream().findFirst().orElse(null));
		return true;
	}

	private List<ServiceSummary> services(List<ServiceId> ids) {
		return this.catalog.summaries(ids);
	}

	/** Works without signing in, for years. */
	@GetMapping(UnsubscribeLinks.PATH)
	String endPage(@PathVariable String token, HttpServletResponse response, Model model) {
		ResponseHeaders.noReferrer(response);
		Addressee addressee = this.links.open(token).orElseThrow(NotFound::new);
		describe(token, addressee, model);
		return "notification/unsubscribe";
	}

	/**
	 * Answered with a page instead of a redirect, for mail programs follow none (RFC
	 * 8058).
	 * @param slug of one service, null for all
	 */
	@PostMapping(UnsubscribeLinks.PATH)
	String end(@PathVariable String token, @RequestParam(name = "layanan", required = false) @Nullable String slug,
			HttpServletResponse response, Model model) {
		ResponseHeaders.noReferrer(response);
		Addressee addressee = this.links.open(token).orElseThrow(NotFound::new);
		if (slug != null) {
			this.catalog.service(slug).ifPresent((service) -> this.subscriptions.end(addressee, service.id()));
		}
		else {
			this.subscriptions.end(addressee);
		}
		describe(token, addressee, model);
		return "notification/unsubscribed";
	}

	private void describe(String token, Addressee addressee, Model model) {
		model.addAttribute("indexed", false);
		model.addAttribute("token", token);
		model.addAttribute("topic", addressee.topic().name());
		model.addAttribute("services",
				services(this.subscriptions.of(addressee).stream().map(Subscriptions.Held::service).toList()));
	}

}
