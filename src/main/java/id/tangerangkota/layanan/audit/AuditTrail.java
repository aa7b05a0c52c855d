package id.tangerangkota.layanan.audit;

import java.util.Objects;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Writes the audit trail. It hears every {@link AuditableEvent} by itself; what was
 * refused is told to it.
 * <p>
 * A chain is locked from its record to the end of the transaction. Publish the event
 * where little work is left to do.
 */
@Component
public class AuditTrail {

	private final Chains chains;

	private final CurrentActor currentActor;

	private final TransactionTemplate own;

	AuditTrail(Chains chains, CurrentActor currentActor, PlatformTransactionManager transactions) {
		this.chains = chains;
		this.currentActor = currentActor;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Records an act in the transaction that does it: both are committed, or neither is.
	 * @throws IllegalArgumentException if the event holds what must not get into the
	 * trail
	 */
	@EventListener
	@Transactional
	public void on(AuditableEvent event) {
		this.chains.append(event, AuditOutcome.DONE, actor(event));
	}

	/**
	 * Records an act that was refused, in a transaction of its own: it stays when the
	 * caller's is rolled back. Needs a second connection while the caller has one.
	 * @throws IllegalArgumentException if the event holds what must not get into the
	 * trail
	 * @throws IllegalStateException if the caller's transaction has recorded something in
	 * the same chain, which is locked until its end
	 */
	public void refuse(AuditableEvent event) {
		Assert.state(!HeldChains.contain(AuditText.chain(event.action())),
				"Tell of what is refused before something else is recorded, or after the transaction");
		Actor actor = actor(event);
		this.own.executeWithoutResult((status) -> this.chains.append(event, AuditOutcome.REFUSED, actor));
	}

	private Actor actor(AuditableEvent event) {
		Actor actor = Objects.requireNonNullElseGet(event.actor(), this.currentActor::get);
		return (event.hidesCitizens() && actor.kind() == Actor.Kind.CITIZEN) ? Actor.anonymous() : actor;
	}

}
