package id.tangerangkota.layanan.open311.web;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** There is one city here. Clients need not name it, and may not name another. */
@Component
class Jurisdiction {

	private final Open311Settings settings;

	Jurisdiction(Open311Settings settings) {
		this.settings = settings;
	}

	/**
	 * Looks at what a client sent.
	 * @throws Refused if it means another city
	 */
	void check(@Nullable String id) {
		if (id != null && !id.isBlank() && !id.strip().equalsIgnoreCase(this.settings.jurisdictionId())) {
			throw Refused.notFound("open311.error.jurisdiction", this.settings.jurisdictionId());
		}
	}

}
