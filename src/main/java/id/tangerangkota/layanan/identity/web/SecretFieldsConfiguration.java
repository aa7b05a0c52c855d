package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.web.security.SecretField;
import id.tangerangkota.layanan.web.security.SecretField.Kind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the fields of the page that changes a password, which no page writes back. */
@Configuration(proxyBeanMethods = false)
class SecretFieldsConfiguration {

	@Bean
	SecretField oldPasswordField() {
		return new SecretField("sandiLama", Kind.CURRENT_PASSWORD, "identity.password.old");
	}

	@Bean
	SecretField newPasswordField() {
		return new SecretField("sandiBaru", Kind.NEW_PASSWORD, "identity.password.new");
	}

}
