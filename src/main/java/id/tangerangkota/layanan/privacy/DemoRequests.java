package id.tangerangkota.layanan.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import jakarta.persistence.EntityManager;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes up once what a few people demanded about their data in the last quarter. They
 * have no account any more, so that nobody reads of requests that are not theirs, and
 * nothing they wrote is left. Nothing goes into the audit, for nobody did anything.
 */
@Component
@Profile(Demo.PROFILE)
class DemoRequests {

	private static final int REQUESTS = 16;

	private static final int DAYS = 90;

	private static final int MINUTES_A_DAY = 1440;

	/** One of so many is answered late. */
	private static final int LATE = 12;

	/** Nobody. */
	private static final AccountId STAFF = new AccountId(new UUID(0, 0));

	private static final List<RequestKind> KINDS = List.of(RequestKind.ACCESS, RequestKind.ACCESS,
			RequestKind.CORRECTION, RequestKind.OTHER);

	private final DemoHistory history;

	private final EntityManager requests;

	private final Proofs proofs;

	DemoRequests(DemoHistory history, EntityManager requests, Proofs proofs) {
		this.history = history;
		this.requests = requests;
		this.proofs = proofs;
	}

	@EventListener
	@Order(5)
	void on(ApplicationReadyEvent event) {
		this.history.once("privacy.requests", this::make);
	}

	private void make(Instant now) {
		Random random = new Random(REQUESTS);
		for (int n = 0; n < REQUESTS; n++) {
			RequestId id = new RequestId(UUID.randomUUID());
			Instant filed = now.minus(Duration.ofMinutes(random.nextInt(8 * MINUTES_A_DAY, DAYS * MINUTES_A_DAY)));
			DataRequest request = DataRequest.file(id, AccountId.random(), KINDS.get(random.nextInt(KINDS.size())), "",
					filed);
			Duration time = (n % LATE == LATE - 1) ? Countdown.TERM.plusHours(20)
					: Duration.ofMinutes(random.nextInt(4 * 60, 70 * 60));
			request.complete(List.of(Deed.ANSWERED), "", STAFF, filed.plus(time));
			this.proofs.certify(request);
			request.forget(now);
			this.requests.persist(request);
		}
	}

}
