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
		requests.requestMatchers(CaseSummaryController.PATH + "/**")
			.hasAnyRole(COORDINATOR, LEADERSHIP)
			.requestMatchers(OriginalsController.PATH + "/**")
			.hasAnyRole(Role.AUDITOR.name(), Role.DATA_PROTECTION_OFFICER.name(), INSPECTOR)
			.requestMatchers(UnmaskingController.PATH, UnmaskingController.PATH + "/permintaan/{id}")
			.hasAnyRole(COORDINATOR, INSPECTOR, Role.DATA_PROTECTION_OFFICER.name())
			.requestMatchers(UnmaskingController.PATH + "/{tiket}", UnmaskingController.PATH + "/{tiket}/lihat",
					AnswerTemplateController.PATH + "/**", ManyCasesController.PATH,
					CaseQueueController.PATH + "/tampilan/**")
			.hasAnyRole(OFFICER, HEAD, COORDINATOR, INSPECTOR)
			.requestMatchers(CaseQueueController.PATH, CaseQueueController.PATH + "/{tiket}",
					CaseQueueController.PATH + "/{tiket}/cetak")
			.hasAnyRole(OFFICER, HEAD, COORDINATOR, INSPECTOR, LEADERSHIP)
			.requestMatchers(CaseQueueController.PATH + "/{tiket}/{langkah}",
					CaseQueueController.PATH + "/{tiket}/foto/{gambar}",
					CaseQueueController.PATH + "/{tiket}/foto/{gambar}/hapus")
			.hasAnyRole(OFFICER, HEAD, COORDINATOR, INSPECTOR);
	}

}
