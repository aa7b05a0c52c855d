package id.tangerangkota.layanan.complaint.web.desk;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Who may open the pages of the staff at all. Which cases somebody sees there, and what
 * may be done about them, is decided case by case.
 */
@Component
class DeskRules implements PageRules {

	private static final String OFFICER = Role.OFFICER.name();

	private static final String HEAD = Role.AGENCY_HEAD.name();

	private static final String COORDINATOR = Role.COORDINATOR.name();

	private static final String INSPECTOR = Role.INSPECTOR.name();

	private static final String LEADERSHIP = Role.LEADERSHIP.name();

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(SummaryController.PATH + "/**")
			.hasAnyRole(COORDINATOR, LEADERSHIP)
			.requestMatchers(UnmaskingController.PATH + "/**")
			.hasAnyRole(COORDINATOR, INSPECTOR)
			.requestMatchers(TemplateController.PATH + "/**", QueueController.PATH + "/serentak",
					QueueController.PATH + "/tampilan/**", QueueController.PATH + "/{tiket}/{langkah}",
					QueueController.PATH + "/{tiket}/foto/{foto}")
			.hasAnyRole(OFFICER, HEAD, COORDINATOR, INSPECTOR)
			.requestMatchers(QueueController.PATH, QueueController.PATH + "/{tiket}", QueueController.PATH + "/peta",
					QueueController.PATH + "/unduh.csv", QueueController.PATH + "/unduh.xlsx",
					QueueController.PATH + "/{tiket}/cetak")
			.hasAnyRole(OFFICER, HEAD, COORDINATOR, INSPECTOR, LEADERSHIP);
	}

}
