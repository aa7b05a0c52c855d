package id.tangerangkota.layanan.quality.web;

import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.web.MeasuredPage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The patterns of the pages whose speed is counted, so that nobody makes others up. */
@Component
class KnownRoutes {

	private final SingletonSupplier<Set<String>> routes;

	KnownRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.routes = SingletonSupplier.of(() -> routes(mappings.getObject()));
	}

	boolean contain(String route) {
		return this.routes.obtain().contains(route);
	}

	private static Set<String> routes(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter(MeasuredPage::isMeasured)
			.collect(Collectors.toUnmodifiableSet());
	}

}
