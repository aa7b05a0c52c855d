package id.tangerangkota.layanan.portal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.web.AttentionItem;
import id.tangerangkota.layanan.web.HeaderBadge;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the staff begin: what they may do, and nothing they may not. */
@Controller
class WorkplaceController {

	private final CurrentActor actor;

	private final CurrentAccount account;

	private final AgencyNames agencies;

	private final MessageSource messages;

	private final ObjectProvider<AttentionItem> attention;

	private final ObjectProvider<HeaderBadge> badges;

	WorkplaceController(CurrentActor actor, CurrentAccount account, AgencyNames agencies, MessageSource messages,
			ObjectProvider<AttentionItem> attention, ObjectProvider<HeaderBadge> badges) {
		this.actor = actor;
		this.account = account;
		this.agencies = agencies;
		this.messages = messages;
		this.attention = attention;
		this.badges = badges;
	}

	/** A task as the list of the components shows it. */
	record TaskItem(String href, String name, @Nullable String meta, String description, List<String> tags) {
	}

	@GetMapping("/petugas")
	String staff(Model model, Locale locale) {
		AccountSummary current = this.account.get();
		model.addAttribute("name", current.name());
		model.addAttribute("agency",
				(current.agency() != null) ? this.agencies.name(current.agency(), Language.of(locale)) : null);
		Map<String, HeaderBadge.Badge> waiting = new HashMap<>();
		this.badges.orderedStream()
			.map(HeaderBadge::badge)
			.filter((badge) -> badge != null && badge.count() > 0)
			.forEach((badge) -> waiting.put(badge.href(), badge));
		model.addAttribute("tasks",
				Task.of(this.actor.get())
					.stream()
					.map((task) -> item(task, waiting.get(task.href()), locale))
					.toList());
		return "portal/staff";
	}

	@GetMapping("/admin")
	String administration(Model model, Locale locale) {
		model.addAttribute("tasks",
				Task.of(this.actor.get())
					.stream()
					.filter(Task::isAdministration)
					.map((task) -> item(task, null, locale))
					.toList());
		model.addAttribute("attention", attention(this.actor.get(), locale));
		return "portal/admin";
	}

	/** What somebody must look at, with the way there. */
	record AttentionLink(String href, String label) {
	}

	/** Only what they can do something about. */
	private List<AttentionLink> attention(Actor who, Locale locale) {
		return this.attention.orderedStream()
			.flatMap((item) -> item.attention().stream())
			.filter((found) -> who.is(Role.ADMINISTRATOR) || (found.coordinators() && who.is(Role.COORDINATOR)))
			.map((found) -> new AttentionLink(found.href(),
					this.messages.getMessage(found.key(), found.arguments().toArray(), locale)))
			.toList();
	}

	/**
	 * A task in words.
	 * @param waiting what waits there, null where nothing does
	 */
	private TaskItem item(Task task, HeaderBadge.@Nullable Badge waiting, Locale locale) {
		return new TaskItem(task.href(), this.messages.getMessage(task.title(), null, locale),
				(waiting != null) ? this.messages.getMessage(waiting.label() + ".count",
						new Object[] { waiting.number() }, locale) : null,
				this.messages.getMessage(task.text(), null, locale), List.of());
	}

}
