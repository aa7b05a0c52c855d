package id.tangerangkota.layanan.survey.answer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes words off the pages of the staff that should not stand there. */
@Component
@Transactional
public class RemarkDesk {

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RemarkDesk(CurrentActor actor, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.actor = actor;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Hides what somebody wrote about a service, an agency or anything.
	 * @throws NotFound if there is no such remark, or it is hidden
	 */
	public void hide(Scope scope, UUID remark) {
		int hidden = this.jdbc.sql("""
				update survey.remark set hidden_by = :by, hidden_at = :now
				where sheet_id = :remark and hidden_at is null
					and (cast(:service as uuid) is null or service_id = :service)
					and (cast(:agency as text) is null or agency = :agency)""")
			.param("by", this.actor.get().requireAccount().value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("remark", remark)
			.param("service", (scope.service() != null) ? scope.service().value() : null)
			.param("agency", scope.agency())
			.update();
		if (hidden == 0) {
			throw new NotFound();
		}
		this.events.publishEvent(new RemarkHidden(remark));
	}

}
