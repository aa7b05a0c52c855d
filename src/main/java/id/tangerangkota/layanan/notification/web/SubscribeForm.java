package id.tangerangkota.layanan.notification.web;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody wants to be told of, as typed.
 *
 * @param surel where to; nothing for those who signed in
 * @param pilihan {@code sekali} for the outage that lasts now, {@code selalu} for each
 */
record SubscribeForm(@Nullable String surel, @Nullable String pilihan) {

	static final String ONCE = "sekali";

	static final String ALWAYS = "selalu";

	Wish wish(ServiceId service) {
		return new Wish(service, ONCE.equals(this.pilihan));
	}

	/** What is wrong is put on the field; null then. */
	@Nullable Email email(Errors errors) {
		String typed = (this.surel != null) ? this.surel.strip() : "";
		if (!Email.isValid(typed)) {
			errors.rejectValue("surel", "notification.subscribe.email.form");
			return null;
		}
		return new Email(typed);
	}

}
