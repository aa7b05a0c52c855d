package id.tangerangkota.layanan.open311.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the city is called in GeoReport.
 *
 * @param jurisdictionId clients may send it, and get an error for another one
 */
@ConfigurationProperties("layanan.open311")
record Open311Settings(@DefaultValue("tangerangkota.go.id") String jurisdictionId) {

	Open311Settings {
		Assert.hasText(jurisdictionId, "layanan.open311.jurisdiction-id");
	}

}
