package id.tangerangkota.layanan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
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
			@Nullable ModelAndView view) {
		if (view == null || view.getViewName() == null || !(handler instanceof HandlerMethod method)) {
			return;
		}
		String name = view.getViewName();
		if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX + "/")) {
			view.setViewName(Language.of(request).addTo(name));
		}
		else if (!view.getModel().containsKey(SitePages.ATTRIBUTE)) {
			view.addObject(SitePages.ATTRIBUTE, this.pages.describe(request, annotation(method), view.getModel()));
		}
	}

	private static @Nullable CachedPage annotation(HandlerMethod method) {
		CachedPage own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), CachedPage.class);
		return (own != null) ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), CachedPage.class);
	}

}
