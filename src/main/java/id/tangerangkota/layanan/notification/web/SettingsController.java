package id.tangerangkota.layanan.notification.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.Preferences;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.notification.subscription.Subscriptions;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody wants to be told, and how. */
@Controller
class SettingsController {

	static final String PATH = "/akun/pengaturan-pesan";

	private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.INBOX);

	private final Preferences preferences;

	private final Subscriptions subscriptions;

	private final ServiceCatalog catalog;

	private final AccountDirectory accounts;

	private final CurrentActor actor;

	private final PageClock pageClock;

	private final MessageSource messages;

	SettingsController(Preferences preferences, Subscriptions subscriptions, ServiceCatalog catalog,
			AccountDirectory accounts, CurrentActor actor, PageClock pageClock, MessageSource messages) {
		this.preferences = preferences;
		this.subscriptions = subscriptions;
		this.catalog = catalog;
		this.accounts = accounts;
		this.actor = actor;
		this.pageClock = pageClock;
		this.messages = messages;
	}

	/** A topic with the ways to be told of it. */
	record TopicChoices(String name, String legend, String hint, List<Choice> channels, List<String> selected) {
	}

	/**
	 * A service somebody subscribed to.
	 *
	 * @param once whether only the end of the outage that lasts now is told
	 */
	record SubscribedService(String slug, String name, String since, boolean once) {
	}

	@GetMapping(PATH)
	String page(Model model, Locale locale) {
		AccountId account = account();
		Set<Preferences.Choice> unwanted = this.preferences.unwanted(account);
		model.addAttribute("topics",
				Preferences.topics(this.actor.get())
					.stream()
					.map((topic) -> choices(topic, unwanted, locale))
					.toList());
		model.addAttribute("reachable", this.accounts.contact(account).isPresent());
		model.addAttribute("services", services(account, locale));
		return "notification/settings";
	}

	private TopicChoices choices(Topic topic, Set<Preferences.Choice> unwanted, Locale locale) {
		List<Choice> channels = CHANNELS.stream()
			.map((channel) -> new Choice(channel.name(), say("notification.channel." + channel, locale)))
			.toList();
		List<String> selected = CHANNELS.stream()
			.filter((channel) -> !unwanted.contains(new Preferences.Choice(topic, channel)))
			.map(Channel::name)
			.toList();
		return new TopicChoices(topic.name(), say("notification.topic." + topic, locale),
				say("notification.topic-text." + topic, locale), channels, selected);
	}

	/** Whoever is told of each outage need not be told that they are told of this one. */
	private List<SubscribedService> services(AccountId account, Locale locale) {
		List<Subscriptions.Held> always = this.subscriptions.of(account);
		Set<ServiceId> told = always.stream().map(Subscriptions.Held::service).collect(Collectors.toSet());
		List<Subscriptions.Held> once = this.subscriptions.followed(account)
			.stream()
			.filter((one) -> !told.contains(one.service()))
			.toList();
		Map<ServiceId, ServiceSummary> services = this.catalog
			.summaries(Stream.concat(once.stream(), always.stream()).map(Subscriptions.Held::service).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		List<SubscribedService> subscribed = new ArrayList<>();
		once.forEach((one) -> add(subscribed, services.get(one.service()), one, true, locale));
		always.forEach((one) -> add(subscribed, services.get(one.service()), one, false, locale));
		return subscribed;
	}

	private void add(List<SubscribedService> subscribed, @Nullable ServiceSummary service, Subscriptions.Held held,
			boolean once, Locale locale) {
		if (service != null) {
			subscribed.add(new SubscribedService(service.slug(), service.name(),
					this.pageClock.date(PageClock.day(held.since()), locale), once));
		}
	}

	@PostMapping(PATH)
	String save(HttpServletRequest request) {
		AccountId account = account();
		for (Topic topic : Preferences.topics(this.actor.get())) {
			String[] typed = request.getParameterValues(topic.name());
			Set<String> wanted = (typed != null) ? new HashSet<>(Arrays.asList(typed)) : Set.of();
			CHANNELS.forEach((channel) -> this.preferences.set(account, new Preferences.Choice(topic, channel),
					wanted.contains(channel.name())));
		}
		Flash.put(request, Flash.Kind.SUCCESS, "notification.settings.saved");
		return "redirect:/akun/pengaturan-pesan";
	}

	@PostMapping(PATH + "/berhenti")
	String unsubscribe(@RequestParam(name = "layanan", required = false) @Nullable String slug,
			HttpServletRequest request) {
		ServiceDetail service = this.catalog.service(String.valueOf(slug)).orElseThrow(NotFound::new);
		this.subscriptions.unsubscribe(account(), service.id());
		Flash.put(request, Flash.Kind.SUCCESS, "notification.settings.unsubscribed", service.name());
		return "redirect:/akun/pengaturan-pesan";
	}

	private AccountId account() {
		return this.actor.get().requireAccount();
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
