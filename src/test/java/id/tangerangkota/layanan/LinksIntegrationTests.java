package id.tangerangkota.layanan;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Links of templates lead to pages and files that are there. */
@PortalTest
class LinksIntegrationTests {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@Test
	void leadSomewhere() {
		Set<PathPattern> pages = pages(RequestMethod.GET);
		Set<String> links = new HashSet<>();
		Template.all().forEach((template) -> links.addAll(template.links()));
		assertThat(links).hasSizeGreaterThan(10)
			.allSatisfy((link) -> assertThat(isFile(link) || isPage(link, pages)).as(link).isTrue());
	}

	@Test
	void sendFormsToWhereTheyAreTaken() {
		Set<PathPattern> pages = pages(RequestMethod.POST);
		// Forms that search and filter are links by other means.
		pages.addAll(pages(RequestMethod.GET));
		Set<String> actions = new HashSet<>();
		Template.all().forEach((template) -> actions.addAll(template.actions()));
		assertThat(actions).hasSizeGreaterThan(10)
			.allSatisfy((action) -> assertThat(isPage(action, pages)).as(action).isTrue());
	}

	private Set<PathPattern> pages(RequestMethod method) {
		return this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.filter((info) -> answers(info, method))
			.flatMap((info) -> (info.getPathPatternsCondition() != null)
					? info.getPathPatternsCondition().getPatterns().stream() : Stream.empty())
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static boolean answers(RequestMappingInfo info, RequestMethod method) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() || methods.contains(method);
	}

	private static boolean isFile(String link) {
		// Files of libraries come in their jars, as Boot serves them.
		String place = link.startsWith("/webjars/") ? "META-INF/resources" : "static";
		return link.indexOf('.') > 0 && new ClassPathResource(place + link).exists();
	}

	/**
	 * What stands in braces in a link is a value at the same place of the page's path.
	 */
	private static boolean isPage(String link, Set<PathPattern> pages) {
		return Stream.of("x", "1", "00000000-0000-0000-0000-000000000000").anyMatch((value) -> {
			PathContainer path = PathContainer.parsePath(link.replaceAll("\\{[^}]*}", value));
			return pages.stream().anyMatch((page) -> page.matches(path));
		});
	}

}
