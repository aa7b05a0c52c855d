package id.tangerangkota.layanan.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Gives every page its {@link SitePage}, and every redirect the language. */
class SiteInterceptor implements HandlerInterceptor {

	private final SitePages pages;

	SiteInterceptor(SitePages pages) {
		this.pages = pages;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) throws HttpMediaTypeNotAcceptableException {
		if (view == null || view.getViewName() == null || !(handler instanceof HandlerMethod method)) {
			return;
		}
		String name = view.getViewName();
		if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX + "/")) {
			view.setViewName(Language.of(request).addTo(name));
		}
		else if (!view.getModel().containsKey(SitePages.ATTRIBUTE)) {
			requireHtml(request);
			view.addObject(SitePages.ATTRIBUTE, this.pages.describe(request, annotation(method), view.getModel()));
		}
	}

	/** A view has one form; Spring MVC would send it to whoever asked for another. */
	private static void requireHtml(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept == null || accept.contains("*/*") || accept.contains(MediaType.TEXT_HTML_VALUE)) {
			return;
		}
		boolean taken;
		try {
			taken = MediaType.parseMediaTypes(accept).stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith);
		}
		catch (InvalidMediaTypeException ex) {
			taken = false;
		}
		if (!taken) {
			throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_HTML));
		}
	}

	private static @Nullable CachedPage annotation(HandlerMethod method) {
		CachedPage own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), CachedPage.class);
		return (own != null) ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), CachedPage.class);
	}

}
