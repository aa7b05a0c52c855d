package id.tangerangkota.layanan.survey.instrument;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.survey.Instrument;

/** An administrator changed a questionnaire. */
record InstrumentAct(Act act, Instrument instrument, int number) implements AuditableEvent {

	/** What can happen. */
	enum Act {

		INSTRUMENT_REWORDED, INSTRUMENT_OPENED, INSTRUMENT_CLOSED

	}

	@Override
	public String action() {
		return "survey." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("instrument", this.instrument.name());
	}

	@Override
	public Map<String, String> details() {
		return Map.of("version", Integer.toString(this.number));
	}

}
