package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Objects;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Language;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Makes of a draft in which everything is answered what is handed in. */
@Component
class Submissions {

	private final Walk walk;

	private final CurrentActor actor;

	Submissions(Walk walk, CurrentActor actor) {
		this.walk = walk;
		this.actor = actor;
	}

	Submission of(Draft draft, HttpServletRequest request) {
		Draft.Words words = Objects.requireNonNull(draft.words());
		Draft.Person person = Objects.requireNonNull(draft.person());
		Draft.Concern concern = Objects.requireNonNull(draft.concern());
		boolean sensitive = this.walk.category(draft).filter(ComplaintCategory::sensitive).isPresent();
		Actor who = this.actor.get();
		return new Submission(draft.key(), draft.channel(), Objects.requireNonNull(draft.kind()),
				Objects.requireNonNull(draft.category()), concern.service(), draft.place(), words.subject(),
				words.text(), sensitive || person.anonymous(), sensitive || person.confidential(), words.formal(),
				reporter(draft, person, who, Language.of(request)), draft.attachments(),
				(who.account() != null && draft.channel() == Channel.WEB) ? who.account().toString()
						: FilingLimits.visitor(request));
	}

	/**
	 * The officer at a counter is not who reports, and staff have no account as citizens.
	 */
	private static Reporter reporter(Draft draft, Draft.Person person, Actor who, Language language) {
		if (draft.channel() == Channel.COUNTER) {
			return new Reporter(null, person.name(), person.email(), person.phone(), language);
		}
		return (who.kind() == Actor.Kind.CITIZEN) ? Reporter.of(who.requireAccount(), language)
				: new Reporter(null, null, person.email(), null, language);
	}

}
