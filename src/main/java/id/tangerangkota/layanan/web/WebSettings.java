package id.tangerangkota.layanan.web;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the portal is seen from outside.
 *
 * @param publicUrl where people reach the portal: the beginning of every absolute address
 * it writes
 * @param strictMessages whether a text without a translation is an error instead of a gap
 * @param measureEvery one in how many views of a page browsers tell how fast it was; 0
 * for none
 */
@ConfigurationProperties("layanan")
record WebSettings(@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue("false") boolean strictMessages,
		@DefaultValue("10") int measureEvery) {

	WebSettings {
		Assert.isTrue(
				publicUrl.getHost() != null && publicUrl.getRawQuery() == null
						&& ("http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme())),
				"layanan.public-url must be a plain http or https address");
	}

}
