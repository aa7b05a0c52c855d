package id.tangerangkota.layanan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.HandlerMapping;

/** Describes pages to the layout. */
@Component
public class SitePages {

	/** The model attribute the layout reads. */
	public static final String ATTRIBUTE = "site";

	private static final Logger logger = LoggerFactory.getLogger(SitePages.class);

	private static final String[] NONE = {};

	/**
	 * Model attribute of a page that is not kept: the {@link Query} with which it is the
	 * same page in the other language.
	 */
	public static final String CARRIED = "carried";

	/** Only such paths are written back into a page. */
	private static final Pattern PLAIN_PATH = Pattern.compile("/[a-zA-Z0-9._~/-]*+");

	private final WebSettings settings;

	private final Links links;

	private final PageClock clock;

	private final Demo demo;

	private final ObjectProvider<VisitorMenu> menu;

	private final ObjectProvider<HeaderBadge> badges;

	SitePages(WebSettings settings, Links links, PageClock clock, Demo demo, ObjectProvider<VisitorMenu> menu,
			ObjectProvider<HeaderBadge> badges) {
		this.settings = settings;
		this.links = links;
		this.clock = clock;
		this.demo = demo;
		this.menu = menu;
		this.badges = badges;
	}

	SitePage describe(HttpServletRequest request, @Nullable CachedPage page, Map<String, Object> model) {
		Language language = Language.of(request);
		String path = request.getRequestURI();
		String[] parameters = (page != null) ? page.parameters() : NONE;
		String[] uncached = (page != null) ? page.uncached() : NONE;
		String own = path + query(request, parameters);
		Visitor visitor = visitor(request);
		return new SitePage(this.links.absolute(own, language), this.links.absolute(own),
				this.links.absolute(own, Language.ENGLISH),
				language.other()
					.addTo((model.get(CARRIED) instanceof Query carried) ? carried.at(path)
							: path + query(request, parameters, uncached)),
				this.clock.now(language), path.equals("/"), this.demo.on(), (String) model.get("description"),
				!Boolean.FALSE.equals(model.get("indexed")), visitor, badges(visitor), Flash.take(request),
				MeasuredPage.of(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
						this.settings.measureEvery()));
	}

	/**
	 * A page about a problem: it stands at the address of what was asked for, but is not
	 * it.
	 * @param path what was asked for, as it came
	 */
	public SitePage ofProblem(HttpServletRequest request, @Nullable String path, Language language) {
		boolean plain = path != null && !path.startsWith("//") && PLAIN_PATH.matcher(path).matches();
		return new SitePage(null, null, null, plain ? language.other().addTo(String.valueOf(path)) : null,
				this.clock.now(language), false, this.demo.on(), null, false, visitorIfKnown(request), List.of(), null,
				null);
	}

	/** A guest's page, which others get too, asks for none. */
	private List<HeaderBadge.Badge> badges(@Nullable Visitor visitor) {
		if (visitor == null || visitor.kind() == Visitor.Kind.GUEST) {
			return List.of();
		}
		return this.badges.orderedStream().map(HeaderBadge::badge).filter(Objects::nonNull).toList();
	}

	private @Nullable Visitor visitor(HttpServletRequest request) {
		VisitorMenu people = this.menu.getIfAvailable();
		return (people != null) ? people.visitor(request) : null;
	}

	/**
	 * The problem may be that sessions cannot be read; its page is shown all the same.
	 */
	private @Nullable Visitor visitorIfKnown(HttpServletRequest request) {
		try {
			return visitor(request);
		}
		catch (RuntimeException ex) {
			logger.debug("Who reads the page about a problem is not known", ex);
			return null;
		}
	}

	private static String query(HttpServletRequest request, String[]... names) {
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		for (String[] group : names) {
			for (String name : group) {
				String[] values = request.getParameterValues(name);
				for (String value : (values != null) ? values : NONE) {
					if (StringUtils.hasLength(value)) {
						query.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
					}
				}
			}
		}
		return query.toString();
	}

}
