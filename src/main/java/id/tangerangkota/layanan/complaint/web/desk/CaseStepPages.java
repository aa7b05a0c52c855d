package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.AnswerTemplate;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.web.desk.CaseStep.Field;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the page of a step what to show. */
@Component
class CaseStepPages {

	private final AnswerTemplates templates;

	private final Placeholders placeholders;

	private final QueuePages queuePages;

	private final CasePages casePages;

	private final CaseComparison comparison;

	private final CaseOfficers officers;

	private final ReceivingAgencies receivers;

	private final CasePhotos uploads;

	private final DeskWords words;

	CaseStepPages(AnswerTemplates templates, Placeholders placeholders, QueuePages queuePages, CasePages casePages,
			CaseComparison comparison, CaseOfficers officers, ReceivingAgencies receivers, CasePhotos uploads,
			DeskWords words) {
		this.templates = templates;
		this.placeholders = placeholders;
		this.queuePages = queuePages;
		this.casePages = casePages;
		this.comparison = comparison;
		this.officers = officers;
		this.receivers = receivers;
		this.uploads = uploads;
		this.words = words;
	}

	void show(CaseStep step, Desk who, CaseFile file, StepForm form, Model model, Locale locale) {
		QueuePages.Names names = this.queuePages.names(Stream.empty(), locale);
		model.addAttribute("shown", form);
		model.addAttribute("step", step);
		model.addAttribute("code", step.code());
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("subject", this.queuePages.subject(file.line(), locale));
		model.addAttribute("words", (step != CaseStep.REDACT) ? CasePages.text(file, locale) : null);
		model.addAttribute("queue", QueueForm.parse(form.antrean()).query());
		model.addAttribute("leadsOn", step.leadsOn() && form.antrean() != null);
		model.addAttribute("secret", file.line().confidential() || file.line().supervisory());
		model.addAttribute("public", file.published());
		model.addAttribute("longestText", StepForm.LONGEST_TEXT);
		model.addAttribute("longestSubject", Submission.SUBJECT_LENGTH);
		model.addAttribute("uploaded", this.uploads.count(form.lampiran()));
		model.addAttribute("mostPhotos", CasePhotos.MOST);
		model.addAttribute("agencies", step.asks(Field.AGENCY)
				? this.queuePages.options(this.receivers.options(names, locale), "complaint-desk.choose", locale)
				: List.of());
		model.addAttribute("categories",
				step.asks(Field.CATEGORY) ? this.queuePages.options(
						names.categories().keySet().stream().map((code) -> new Choice(code, names.category(code))),
						"complaint-desk.choose", locale) : List.of());
		model.addAttribute("officers",
				(step == CaseStep.ASSIGN)
						? this.queuePages.options(candidates(who, file, locale), "complaint-desk.officer.none", locale)
						: List.of());
		model.addAttribute("rejections", Stream.of(Rejection.values())
			.filter((reason) -> reason != Rejection.WITHDRAWN)
			.map((reason) -> new Choice(reason.name(), this.words.say("complaint-desk.rejection." + reason, locale)))
			.toList());
		model.addAttribute("referrals",
				Stream.of(Referral.values())
					.map((to) -> new Choice(to.name(), this.words.say("complaint-desk.referral." + to, locale)))
					.toList());
		model.addAttribute("results", List.of(new Choice("baik", this.words.say("complaint-desk.sample.good", locale)),
				new Choice("kurang", this.words.say("complaint-desk.sample.bad", locale))));
		model.addAttribute("templates",
				CaseStepController.choices(this.templates, file, step.purpose())
					.map((template) -> new Choice(template.id().toString(), template.name()))
					.toList());
	}

	/** Officers see themselves alone: giving it to others is for their head. */
	private Stream<Choice> candidates(Desk who, CaseFile file, Locale locale) {
		String me = who.actor().requireAccount().toString();
		if (!who.assigns()) {
			return Stream.of(new Choice(me, this.words.say("complaint-desk.officer.me", locale)));
		}
		return this.officers.of(file.line().agency(), file.line().supervisory()).stream();
	}

	/** What somebody else did while these words were written. */
	void changed(CaseFile current, StepForm form, Model model, Locale locale) {
		long seen = (form.sampai() != null) ? form.sampai() : 0;
		model.addAttribute("news",
				this.casePages.view(current, seen, locale).steps().stream().filter(CaseTimeline.Step::fresh).toList());
		model.addAttribute("statusNow", this.queuePages.status(current.line().status(), locale));
	}

	/** Another case, to compare. */
	void other(CaseFile file, CaseFile other, Model model, Locale locale) {
		List<CaseComparison.Compared> compared = this.comparison.of(file, other, locale);
		model.addAttribute("other", this.casePages.view(other, locale));
		model.addAttribute("compared", compared);
		model.addAttribute("differs", compared.stream().anyMatch(CaseComparison.Compared::differs));
	}

	/**
	 * A chosen text behind what is there. In Indonesian, as everybody may read it; to
	 * whoever reads English in both, where somebody wrote it so.
	 */
	String text(AnswerTemplate template, String before, CaseFile file, Language reader) {
		String text = this.placeholders.fill(template.text(), file, Language.INDONESIAN);
		String english = template.textEn();
		if (english != null && reader == Language.ENGLISH) {
			text = BothLanguages.of(text, this.placeholders.fill(english, file, Language.ENGLISH));
		}
		return before.isEmpty() ? text : before + "\n\n" + text;
	}

}
