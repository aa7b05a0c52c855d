package id.tangerangkota.layanan.availability.check;

import id.tangerangkota.layanan.catalog.ServiceAddressChanged;
import id.tangerangkota.layanan.catalog.ServiceChanged;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceRetired;
import id.tangerangkota.layanan.catalog.ServiceVerified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears what changes in the catalogue, after it is settled there: a check that could not
 * follow must not undo a change. What is missed, and what imports change, a job finds
 * within minutes.
 */
@Component
@Order(0)
class CatalogFollower implements ApplicationModuleInitializer {

	private static final Logger log = LoggerFactory.getLogger(CatalogFollower.class);

	private final DefaultChecks defaults;

	private final TransactionTemplate ownTransaction;

	CatalogFollower(DefaultChecks defaults, PlatformTransactionManager transactions) {
		this.defaults = defaults;
		this.ownTransaction = new TransactionTemplate(transactions);
		// The one before has ended, but is still bound to the thread.
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void initialize() {
		this.defaults.keep();
	}

	@TransactionalEventListener
	void on(ServiceAddressChanged event) {
		follow(event.service());
	}

	@TransactionalEventListener
	void on(ServiceVerified event) {
		follow(event.service());
	}

	@TransactionalEventListener
	void on(ServiceChanged event) {
		follow(event.service());
	}

	@TransactionalEventListener
	void on(ServiceRetired event) {
		follow(event.service());
	}

	private void follow(ServiceId service) {
		try {
			this.ownTransaction.executeWithoutResult((status) -> this.defaults.keep(service));
		}
		catch (RuntimeException ex) {
			log.warn("Checks of service {} follow the catalogue later: {}", service, ex.toString());
		}
	}

}
