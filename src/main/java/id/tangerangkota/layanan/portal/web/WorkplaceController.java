package id.tangerangkota.layanan.portal.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

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

	WorkplaceController(CurrentActor actor, CurrentAccount account, AgencyNames agencies, MessageSource messages) {
		this.actor = actor;
		this.account = account;
		this.agencies = agencies;
		this.messages = messages;
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
		model.addAttribute("tasks", Task.of(this.actor.get()).stream().map((task) -> item(task, locale)).toList());
		return "portal/staff";
	}

	@GetMapping("/admin")
	String administration(Model model, Locale locale) {
		model.addAttribute("tasks",
				Task.of(this.actor.get())
					.stream()
					.filter(Task::isAdministration)
					.map((task) -> item(task, locale))
					.toList());
		return "portal/admin";
	}

	private TaskItem item(Task task, Locale locale) {
		return new TaskItem(task.href(), this.messages.getMessage(task.title(), null, locale), null,
				this.messages.getMessage(task.text(), null, locale), List.of());
	}

}
