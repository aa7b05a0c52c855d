package id.tangerangkota.layanan.web.security;

import java.util.List;
import java.util.stream.Stream;

import id.tangerangkota.layanan.web.Links;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.SessionIdGenerator;

/**
 * Two chains: one for the actuator on its own port, one for everything else. Who may open
 * which page, how a signed-in person is recognised and where others are sent comes from
 * beans of other modules; without them nobody is signed in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class SecurityConfiguration {

	/** Only this machine reaches that port; nothing on it changes anything. */
	@Bean
	@Order(1)
	SecurityFilterChain actuatorSecurity(HttpSecurity http, FormTokens tokens) {
		return plain(http.securityMatcher(EndpointRequest.toAnyEndpoint()), tokens,
				new RequestAttributeSecurityContextRepository())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pageSecurity(HttpSecurity http, FormTokens tokens, ObjectProvider<PageRules> rules,
			ObjectProvider<SecurityContextRepository> people, ObjectProvider<AuthenticationEntryPoint> entryPoint,
			ObjectProvider<AccessDeniedHandler> denied, ObjectProvider<SecretField> secrets,
			ObjectProvider<OneTap> oneTapForms, ObjectProvider<MachinePost> machinePosts, Links links) {
		RequestMatcher machines = posted(machinePosts.stream().map(MachinePost::pattern));
		plain(http, tokens,
				new MachineContexts(machines, people.getIfAvailable(RequestAttributeSecurityContextRepository::new)));
		AccessDeniedHandler refusal = denied.getIfAvailable(AccessDeniedHandlerImpl::new);
		http.exceptionHandling((handling) -> {
			handling.accessDeniedHandler(new LateFormHandler(new RequestOrigin(links), secrets, refusal));
			entryPoint.ifAvailable(handling::authenticationEntryPoint);
		});
		http.addFilterBefore(new ForeignFormFilter(machines, refusal), CsrfFilter.class);
		RequestMatcher oneTap = posted(oneTapForms.stream().map(OneTap::pattern));
		http.addFilterBefore(new OneTapFilter(oneTap, new RequestOrigin(links), refusal), CsrfFilter.class);
		http.csrf((csrf) -> csrf.ignoringRequestMatchers(oneTap, machines));
		return http.authorizeHttpRequests((requests) -> {
			// An error page says less than what led to it.
			requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
			rules.orderedStream().forEach((rule) -> rule.apply(requests));
			requests.requestMatchers("/petugas/**", "/admin/**", "/akun/**", "/auditor/**").denyAll();
			requests.anyRequest().permitAll();
		}).build();
	}

	private static RequestMatcher posted(Stream<String> patterns) {
		List<PathPatternRequestMatcher> matchers = patterns
			.map((pattern) -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern))
			.toList();
		return (request) -> matchers.stream().anyMatch((form) -> form.matches(request));
	}

	/**
	 * The filters themselves never open a session, nor look for one where nobody asks who
	 * is there. Response headers are set elsewhere, once.
	 */
	private static HttpSecurity plain(HttpSecurity http, FormTokens tokens, SecurityContextRepository people) {
		return http.headers(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			// Nobody asks the servlet API who is there, and templates look up each
			// variable through its wrapper.
			.servletApi(AbstractHttpConfigurer::disable)
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens))
			.logout(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(people))
			// Its filter would look up who is there, and so the session, with each file.
			.sessionManagement(AbstractHttpConfigurer::disable);
	}

	/**
	 * One measurement per filter of every request is more than anybody reads; to be asked
	 * whether they are wanted costs each request, too.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	FormTokens formTokens(SessionIdGenerator random) {
		return new FormTokens(random);
	}

	/** Around everything but the page cache, whose answers leave nothing in the log. */
	@Bean
	FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
		FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return registration;
	}

	/** Refuses what no person types and no database takes. */
	@Bean
	HttpFirewall httpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterNames(TypedText::isSound);
		firewall.setAllowedParameterValues(TypedText::isSound);
		return firewall;
	}

}
