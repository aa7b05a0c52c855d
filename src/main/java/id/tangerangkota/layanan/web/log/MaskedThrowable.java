package id.tangerangkota.layanan.web.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import id.tangerangkota.layanan.web.SixteenDigits;

import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * An exception with its causes, for {@code %wEx} in {@code logback-spring.xml}.
 */
public final class MaskedThrowable extends ExtendedWhitespaceThrowableProxyConverter {

	@Override
	protected String throwableProxyToString(IThrowableProxy throwable) {
		return SixteenDigits.mask(super.throwableProxyToString(throwable));
	}

}
