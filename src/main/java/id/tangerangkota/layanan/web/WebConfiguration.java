package id.tangerangkota.layanan.web;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {

	@Bean
	Links links(WebSettings settings) {
		return new Links(settings.publicUrl());
	}

	@Bean
	Demo demo(Environment environment) {
		return new Demo(environment.matchesProfiles(Demo.PROFILE));
	}

	@Bean
	LocaleResolver localeResolver() {
		return new LanguageResolver();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class Pages implements WebMvcConfigurer {

		private final SitePages pages;

		Pages(SitePages pages) {
			this.pages = pages;
		}

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new SiteInterceptor(this.pages));
			registry.addInterceptor(new FileInterceptor());
		}

	}

	/** Boot has no settings for these. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class Templates {

		Templates(ObjectProvider<SpringTemplateEngine> engines, ObjectProvider<ThymeleafViewResolver> resolvers) {
			engines.forEach((engine) -> engine.setLinkBuilder(new LanguageLinkBuilder()));
			resolvers.forEach((resolver) -> {
				// After a form, 303: the browser fetches the next page instead of sending
				// it again.
				resolver.setRedirectHttp10Compatible(false);
				// Or a page about a problem with a feed would be called one.
				resolver.setForceContentType(true);
			});
		}

	}

}
