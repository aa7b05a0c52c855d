package id.tangerangkota.layanan.web.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.web.CachedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Knows which addresses lead to kept pages. All other pages are known too, because
 * {@code /layanan/baru} must not be taken for {@code /layanan/{slug}}.
 */
class Routes implements SmartInitializingSingleton {

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	private volatile Map<String, Optional<Route>> literal = Map.of();

	private volatile List<Pattern> patterns = List.of();

	Routes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<PathPattern, Optional<Route>> routes = new HashMap<>();
		this.mappings
			.forEach((mapping) -> mapping.getHandlerMethods().forEach((info, method) -> add(routes, info, method)));
		Map<String, Optional<Route>> literals = new HashMap<>();
		List<Pattern> rest = new ArrayList<>();
		routes.forEach((pattern, route) -> {
			if (pattern.hasPatternSyntax()) {
				rest.add(new Pattern(pattern, route));
			}
			else {
				literals.put(pattern.getPatternString(), route);
			}
		});
		rest.sort(Comparator.comparing(Pattern::pattern));
		this.literal = Map.copyOf(literals);
		this.patterns = List.copyOf(rest);
	}

	private static void add(Map<PathPattern, Optional<Route>> routes, RequestMappingInfo info, HandlerMethod method) {
		var methods = info.getMethodsCondition().getMethods();
		if (info.getPathPatternsCondition() == null || !(methods.isEmpty() || methods.contains(RequestMethod.GET))) {
			return;
		}
		Optional<Route> route = Optional.ofNullable(annotation(method)).map((page) -> Route.of(page, isStrict(method)));
		for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
			Optional<Route> other = routes.put(pattern, route);
			Assert.state(other == null || (other.isEmpty() && route.isEmpty()),
					() -> "The address %s of a kept page has a second page: %s".formatted(pattern, method));
		}
	}

	/** Whoever takes all parameters there are does so to refuse some of them. */
	private static boolean isStrict(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestParam.class)
					&& Map.class.isAssignableFrom(parameter.getParameterType()));
	}

	private static @Nullable CachedPage annotation(HandlerMethod method) {
		CachedPage own = method.getMethodAnnotation(CachedPage.class);
		return (own != null) ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), CachedPage.class);
	}

	/**
	 * The route of a path, nothing where no page is kept. Only plain paths have one, so
	 * that one page has one path.
	 */
	@Nullable Route find(String path) {
		if (!isPlain(path)) {
			return null;
		}
		Optional<Route> exact = this.literal.get(path);
		if (exact != null) {
			return exact.orElse(null);
		}
		PathContainer container = PathContainer.parsePath(path);
		for (Pattern candidate : this.patterns) {
			if (candidate.pattern().matches(container)) {
				return candidate.route().orElse(null);
			}
		}
		return null;
	}

	private static boolean isPlain(String path) {
		char before = 0;
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			boolean name = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'
					|| c == '_' || c == '.' || c == '~';
			if (!name && (c != '/' || before == '/')) {
				return false;
			}
			before = c;
		}
		return before != 0;
	}

	private record Pattern(PathPattern pattern, Optional<Route> route) {
	}

}
