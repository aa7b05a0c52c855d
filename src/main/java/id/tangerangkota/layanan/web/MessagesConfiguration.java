package id.tangerangkota.layanan.web;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Reads every file of {@code messages/}, so that a module adds its texts by adding its
 * file: {@code name.properties} in Indonesian, {@code name_en.properties} in English.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

	private static final String SUFFIX = ".properties";

	@Bean
	MessageSource messageSource(ResourcePatternResolver resources, WebSettings settings) throws IOException {
		Set<String> names = new TreeSet<>();
		for (Resource file : resources.getResources("classpath*:messages/*" + SUFFIX)) {
			String name = String.valueOf(file.getFilename());
			names.add("messages/" + name.substring(0, name.length() - SUFFIX.length()).replaceFirst("_en$", ""));
		}
		Messages messages = new Messages(settings.strictMessages());
		messages.setBasenames(names.toArray(String[]::new));
		messages.setDefaultEncoding("UTF-8");
		// Or a server in an English-speaking country would speak English.
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
