package id.tangerangkota.layanan.notification;

import java.util.Map;

import id.tangerangkota.layanan.availability.CertificateEnding;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.OutageSuspected;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what other modules say has happened, in their transactions. */
@Component
class Hearing {

	private final Happenings happenings;

	Hearing(Happenings happenings) {
		this.happenings = happenings;
	}

	@EventListener
	void on(OutageStarted event) {
		this.happenings.note(HappeningKind.OUTAGE_STARTED, event.service().value(), Map.of("outage",
				event.outage().toString(), "start", event.start().toString(), "cause", event.cause().name()));
	}

	@EventListener
	void on(OutageEnded event) {
		this.happenings.note(HappeningKind.OUTAGE_ENDED, event.service().value(),
				Map.of("outage", event.outage().toString(), "start", event.start().toString(), "end",
						event.end().toString(), "then", event.then().name()));
	}

	@EventListener
	void on(OutageSuspected event) {
		this.happenings.note(HappeningKind.OUTAGE_SUSPECTED, event.service().value(),
				Map.of("at", event.at().toString(), "reports", Integer.toString(event.reports())));
	}

	@EventListener
	void on(CertificateEnding event) {
		this.happenings.note(HappeningKind.CERTIFICATE_ENDING, event.service().value(),
				Map.of("ends", event.ends().toString()));
	}

}
