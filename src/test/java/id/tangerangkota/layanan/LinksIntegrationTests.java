package id.tangerangkota.layanan;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Links of templates lead to pages and files that are there. */
@SpringBootTest
class LinksIntegrationTests {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@Test
	void leadSomewhere() {
		Set<PathPattern> pages = this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.filter(LinksIntegrationTests::answersGet)
			.flatMap((info) -> (info.getPathPatternsCondition() != null)
					? info.getPathPatternsCondition().getPatterns().stream() : Stream.empty())
			.collect(Collectors.toSet());
		Set<String> links = new HashSet<>();
		Template.all().forEach((template) -> links.addAll(template.links()));
		assertThat(links).hasSizeGreaterThan(10)
			.allSatisfy((link) -> assertThat(isFile(link) || isPage(link, pages)).as(link).isTrue());
	}

	private static boolean answersGet(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() || methods.contains(RequestMethod.GET);
	}

	private static boolean isFile(String link) {
		return link.indexOf('.') > 0 && new ClassPathResource("static" + link).exists();
	}

	/**
	 * What stands in braces in a link is a value at the same place of the page's path.
	 */
	private static boolean isPage(String link, Set<PathPattern> pages) {
		PathContainer path = PathContainer.parsePath(link.replaceAll("\\{[^}]*}", "x"));
		return pages.stream().anyMatch((page) -> page.matches(path));
	}

}
