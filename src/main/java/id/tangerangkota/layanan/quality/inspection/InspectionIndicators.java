package id.tangerangkota.layanan.quality.inspection;

import java.util.List;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.indicator.Owners;
import id.tangerangkota.layanan.quality.inspection.InspectionItem.Group;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What inspections say about dimensions. */
@Configuration(proxyBeanMethods = false)
class InspectionIndicators {

	/** All of them. */
	static final List<String> IDS = List.of("site-encryption", "site-cookies", "site-headers", "site-mixed-content",
			"site-privacy-notice", "site-promises");

	@Bean
	Indicator siteEncryption(JdbcClient jdbc, Owners owners) {
		return privacy("site-encryption", Group.ENCRYPTION, jdbc, owners);
	}

	@Bean
	Indicator siteCookies(JdbcClient jdbc, Owners owners) {
		return privacy("site-cookies", Group.COOKIES, jdbc, owners);
	}

	@Bean
	Indicator siteHeaders(JdbcClient jdbc, Owners owners) {
		return privacy("site-headers", Group.HEADERS, jdbc, owners);
	}

	@Bean
	Indicator siteMixedContent(JdbcClient jdbc, Owners owners) {
		return privacy("site-mixed-content", Group.CONTENT, jdbc, owners);
	}

	@Bean
	Indicator sitePrivacyNotice(JdbcClient jdbc, Owners owners) {
		return privacy("site-privacy-notice", Group.NOTICE, jdbc, owners);
	}

	@Bean
	Indicator sitePromises(JdbcClient jdbc, Owners owners, Promises promises) {
		return new SiteIndicator("site-promises", QualityDimension.FULFILLMENT, promises.codes(), jdbc, owners);
	}

	private static Indicator privacy(String id, Group group, JdbcClient jdbc, Owners owners) {
		return new SiteIndicator(id, QualityDimension.PRIVACY, InspectionItem.codes(group), jdbc, owners);
	}

}
