package id.tangerangkota.layanan.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A portal without any staff has nobody who could invite somebody. It writes a link into
 * its log, once: the link is kept as a hash only. Later ones come from the command
 * {@code account invite-admin}.
 */
@Component
@ConditionalOnWebApplication
class FirstAdministrator {

	private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);

	private final StaffDesk staff;

	FirstAdministrator(StaffDesk staff) {
		this.staff = staff;
	}

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE - 1)
	void on(ApplicationReadyEvent event) {
		if (this.staff.isEmpty()) {
			logger.warn("Nobody administers this portal yet. Open this link within 24 hours to become the first: {}",
					this.staff.inviteAdministrator(null));
		}
	}

}
