package id.tangerangkota.layanan.web;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of all modules. */
class Messages extends ResourceBundleMessageSource {

	private final boolean strict;

	Messages(boolean strict) {
		this.strict = strict;
	}

	/** Templates would print the key; a test has to see that. */
	@Override
	protected @Nullable String getDefaultMessage(String code) {
		if (this.strict) {
			throw new IllegalStateException("No message " + code);
		}
		return super.getDefaultMessage(code);
	}

}
