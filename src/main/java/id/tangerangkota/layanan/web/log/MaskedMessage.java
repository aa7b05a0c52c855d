package id.tangerangkota.layanan.web.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import id.tangerangkota.layanan.web.SixteenDigits;

/** The message of a line, for {@code %m} in {@code logback-spring.xml}. */
public final class MaskedMessage extends MessageConverter {

	@Override
	public String convert(ILoggingEvent event) {
		return SixteenDigits.mask(String.valueOf(super.convert(event)));
	}

}
