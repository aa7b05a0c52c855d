package id.tangerangkota.layanan.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may open a module's pages. Beans of this type are asked in their order, before the
 * rules that close: {@code /petugas}, {@code /admin}, {@code /akun} and {@code /auditor}
 * stay shut unless a rule opens a page of theirs, everything else is open unless a rule
 * shuts it.
 */
@FunctionalInterface
public interface PageRules {

	void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

}
