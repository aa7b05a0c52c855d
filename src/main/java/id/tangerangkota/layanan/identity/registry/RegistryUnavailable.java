package id.tangerangkota.layanan.identity.registry;

import org.jspecify.annotations.Nullable;

/** The population registry does not answer. Says nothing about the person. */
public class RegistryUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public RegistryUnavailable(@Nullable Throwable cause) {
		super("The population registry does not answer", cause);
	}

}
