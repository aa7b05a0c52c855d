package id.tangerangkota.layanan.privacy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes proofs, in Indonesian, because they are for authorities too. */
@Component
class Proofs {

	private final MessageSource messages;

	private final PageClock clock;

	private final SecureRandom random = new SecureRandom();

	Proofs(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** Gives an answered request its proof. */
	void certify(DataRequest request) {
		ProofNumber number = ProofNumber.random(this.random);
		request.certify(number, write(request, number));
	}

	private String write(DataRequest request, ProofNumber number) {
		StringBuilder text = new StringBuilder();
		line(text, say("privacy.proof.heading"));
		line(text, "");
		line(text, say("privacy.proof.number", number.value()));
		line(text, say("privacy.proof.request", request.id().toString()));
		line(text, say("privacy.proof.kind", say("privacy.kind." + request.kind())));
		line(text, say("privacy.proof.filed", time(request.filedAt())));
		line(text, say("privacy.proof.due", time(request.dueAt())));
		line(text, say("privacy.proof.answered", time(request.answeredAt())));
		line(text, say("privacy.proof.result", say("privacy.state." + request.state())));
		Refusal refusal = request.refusal();
		if (refusal != null) {
			line(text, say("privacy.proof.refusal", say("privacy.refusal." + refusal)));
		}
		if (!request.deeds().isEmpty()) {
			line(text,
					say("privacy.proof.deeds",
							request.deeds()
								.stream()
								.map((deed) -> say("privacy.deed." + deed))
								.collect(Collectors.joining("; "))));
		}
		line(text, "");
		line(text, say("privacy.proof.law"));
		line(text, say("privacy.proof.person"));
		return text.toString();
	}

	private static void line(StringBuilder text, String line) {
		text.append(line).append('\n');
	}

	private String time(Instant instant) {
		return this.clock.format(instant, Language.INDONESIAN);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Language.INDONESIAN.locale());
	}

}
