package id.tangerangkota.layanan.web.log;

import id.tangerangkota.layanan.web.SixteenDigits;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Every text of a structured line: {@code logging.structured.json.customizer}. */
public final class MaskedFields implements StructuredLoggingJsonMembersCustomizer<Object> {

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(
				ValueProcessor.of(String.class, (text) -> (text != null) ? SixteenDigits.mask(text) : null));
	}

}
