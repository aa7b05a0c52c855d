package id.tangerangkota.layanan.notification.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServiceSearch;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import id.tangerangkota.layanan.notification.subscription.Subscriptions;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests.Visitor;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Suggestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people ask to be told about outages of a service. */
@Controller
class SubscriptionController {

	static final String PATH = "/langganan";

	/** One tap for those who signed in. */
	static final String FOLLOW = "/langganan/{slug}/ikuti";

	private static final int MOST_FOUND = 20;

	private final Subscriptions subscriptions;

	private final SubscriptionRequests requests;

	private final ServiceCatalog catalog;

	private final ServiceSearch search;

	private final AccountDirectory accounts;

	private final CurrentActor actor;

	private final MessageDelivery delivery;

	private final PageClock pageClock;

	private final MessageSource messages;

	SubscriptionController(Subscriptions subscriptions, SubscriptionRequests requests, ServiceCatalog catalog,
			ServiceSearch search, AccountDirectory accounts, CurrentActor actor, MessageDelivery delivery,
			PageClock pageClock, MessageSource messages) {
		this.subscriptions = subscriptions;
		this.requests = requests;
		this.catalog = catalog;
		this.search = search;
		this.accounts = accounts;
		this.actor = actor;
		this.delivery = delivery;
		this.pageClock = pageClock;
		this.messages = messages;
	}

	/** A service one can subscribe to. */
	record Found(String name, ServiceKind kind, String href) {
	}

	@GetMapping(PATH)
	@CachedPage(uncached = "q")
	String find(@RequestParam(name = "q", required = false) @Nullable String words, Model model) {
		boolean asked = StringUtils.hasText(words);
		model.addAttribute("words", words);
		model.addAttribute("asked", asked);
		model.addAttribute("found",
				asked ? this.search.search(String.valueOf(words), ServiceFilter.NONE, 1, MOST_FOUND)
					.page()
					.items()
					.stream()
					.map((service) -> new Found(service.name(), service.kind(), PATH + "/" + service.slug()))
					.toList() : List.of());
		return "notification/find";
	}

	@GetMapping(PATH + "/{slug}")
	String page(@PathVariable String slug, Model model, Locale locale) {
		model.addAttribute("form", new SubscribeForm(null, SubscribeForm.ONCE));
		return show(service(slug), model, locale);
	}

	@PostMapping(PATH + "/{slug}")
	String subscribe(@PathVariable String slug, @ModelAttribute("form") SubscribeForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale,
			RedirectAttributes redirect) {
		ServiceDetail service = service(slug);
		AccountId account = this.actor.get().account();
		if (account != null) {
			this.subscriptions.subscribe(account, form.wish(service.id()));
			Flash.put(request, Flash.Kind.SUCCESS, "notification.subscribe.done");
			redirect.addAttribute("slug", service.slug());
			return "redirect:/langganan/{slug}";
		}
		Email email = form.email(errors);
		if (email == null || !this.delivery.isPossible()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(service, model, locale);
		}
		this.requests.ask(form.wish(service.id()), email, Language.of(locale), visitor(request));
		return "redirect:/langganan/terkirim";
	}

	/** Without a session nothing tells visitors apart better. It is only compared. */
	private static Visitor visitor(HttpServletRequest request) {
		return new Visitor(AddressPrefix.of(request.getRemoteAddr()),
				request.getRemoteAddr() + ' ' + request.getHeader(HttpHeaders.USER_AGENT));
	}

	private String show(ServiceDetail service, Model model, Locale locale) {
		Optional<Outage> outage = this.subscriptions.openOutage(service.id());
		AccountId account = this.actor.get().account();
		model.addAttribute("slug", service.slug());
		model.addAttribute("name", service.name());
		model.addAttribute("since",
				outage.map((open) -> this.pageClock.brief(open.start(), Language.of(locale))).orElse(null));
		model.addAttribute("signedIn", account != null);
		model.addAttribute("reachable", account != null && this.accounts.contact(account).isPresent());
		model.addAttribute("subscribed", account != null && this.subscriptions.isSubscribed(account, service.id()));
		model.addAttribute("following",
				account != null && outage.filter((open) -> this.subscriptions.follows(account, open)).isPresent());
		model.addAttribute("possible", this.delivery.isPossible());
		model.addAttribute("choices",
				List.of(new Choice(SubscribeForm.ONCE, say("notification.subscribe.once", locale)),
						new Choice(SubscribeForm.ALWAYS, say("notification.subscribe.always", locale))));
		return "notification/subscribe";
	}

	/** From a page everybody gets; who did not sign in types an address first. */
	@PostMapping(FOLLOW)
	ResponseEntity<Void> follow(@PathVariable String slug, HttpServletRequest request) {
		ServiceDetail service = service(slug);
		AccountId account = this.actor.get().account();
		if (account != null && this.subscriptions.openOutage(service.id()).isPresent()) {
			this.subscriptions.subscribe(account, new Wish(service.id(), true));
			Flash.put(request, Flash.Kind.SUCCESS, "notification.subscribe.done");
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(Language.of(request).addTo(PATH + "/" + service.slug())))
			.build();
	}

	/** The same for every address. */
	@GetMapping(PATH + "/terkirim")
	@CachedPage
	String sent(Model model) {
		model.addAttribute("indexed", false);
		return "notification/subscribe-sent";
	}

	private ServiceDetail service(String slug) {
		return this.catalog.service(slug)
			.orElseThrow(() -> new NotFound(this.catalog.similar(slug)
				.stream()
				.map((service) -> new Suggestion(service.name(), PATH + "/" + service.slug()))
				.toList()));
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
