package id.tangerangkota.layanan.availability.check;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;

/**
 * Tells at the start of a portal that checks were switched on or off. Commands leave it
 * as it is.
 */
@Component
@ConditionalOnWebApplication(type = Type.SERVLET)
@Order(Ordered.LOWEST_PRECEDENCE)
class CheckSwitch implements ApplicationModuleInitializer {

	private final CheckChanges changes;

	CheckSwitch(CheckChanges changes) {
		this.changes = changes;
	}

	@Override
	public void initialize() {
		this.changes.followSwitch();
	}

}
