package id.tangerangkota.layanan.survey.instrument;

import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceQuestion;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Component;

/** The words of the short form, wherever it is asked. */
@Component
public class ShortQuestion implements ServiceQuestion {

	private final Instruments instruments;

	ShortQuestion(Instruments instruments) {
		this.instruments = instruments;
	}

	@Override
	public Optional<String> text(Language language) {
		return this.instruments.open(Instrument.SHORT)
			.map((version) -> version.item(1))
			.map((item) -> (language == Language.ENGLISH) ? item.textEn() : item.text());
	}

}
