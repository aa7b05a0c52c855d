package id.tangerangkota.layanan.web.cache;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.web.CachedPage;

import org.springframework.boot.convert.DurationStyle;

/**
 * The pages one handler method makes.
 *
 * @param parameters in the order in which they stand in the key
 * @param uncached with any of these a page is not kept
 * @param strict whether the page refuses parameters it does not know, so that it must be
 * asked itself about them
 * @param tags what it shows
 * @param maxAge how long it may be shown
 */
record Route(List<String> parameters, Set<String> uncached, boolean strict, List<String> tags, Duration maxAge) {

	static Route of(CachedPage page, boolean strict) {
		return new Route(List.of(page.parameters()), Set.of(page.uncached()), strict, List.of(page.tags()),
				DurationStyle.detectAndParse(page.maxAge()));
	}

}
