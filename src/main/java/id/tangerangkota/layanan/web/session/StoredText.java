package id.tangerangkota.layanan.web.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Writes what a session holds as text, and reads it as text. Nothing else: a serialised
 * object that somebody has put into the table stays a row of bytes.
 */
class StoredText implements ConversionService {

	private static final Logger logger = LoggerFactory.getLogger(StoredText.class);

	/** Null for bytes that are no text, as if the attribute were not there. */
	static @Nullable String decode(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			logger.warn("A session holds something that is no text; it is ignored");
			return null;
		}
	}

	/** Returns it as what it must be. */
	static String requireText(Object value) {
		if (value instanceof String text) {
			return text;
		}
		throw new IllegalArgumentException("A session keeps text only, not a " + value.getClass().getName());
	}

	@Override
	public boolean canConvert(@Nullable Class<?> source, Class<?> target) {
		return true;
	}

	@Override
	public boolean canConvert(@Nullable TypeDescriptor source, TypeDescriptor target) {
		return true;
	}

	@Override
	public <T> @Nullable T convert(@Nullable Object source, Class<T> target) {
		return target.cast(convertTo(source, TypeDescriptor.valueOf(target)));
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, @Nullable TypeDescriptor type, TypeDescriptor target) {
		return convertTo(source, target);
	}

	private static @Nullable Object convertTo(@Nullable Object source, TypeDescriptor target) {
		if (source == null) {
			return null;
		}
		if (target.getType() == byte[].class) {
			return requireText(source).getBytes(StandardCharsets.UTF_8);
		}
		return (source instanceof byte[] bytes) ? decode(bytes) : requireText(source);
	}

}
