package id.tangerangkota.layanan.quality.inspection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.quality.inspection.WebPage.Link;
import org.jspecify.annotations.Nullable;

/**
 * Something a site is to show, and the words by which it is recognised.
 *
 * @param code such as {@code complaint-link}
 * @param scope whose sites owe it
 * @param component of the Standar Pelayanan that promises it, null where every site owes
 * it
 * @param source where that stands
 */
record Promise(String code, Scope scope, @Nullable StandardComponent component, List<Sign> signs, String source) {

	/** Whose sites. */
	enum Scope {

		/** Of every service. */
		SERVICE,

		/** Of agencies themselves. */
		AGENCY

	}

	/** Where words are looked for. */
	enum Where {

		/** In what a link says, or in its address. */
		LINK,

		/** Anywhere in what people read. */
		TEXT,

		/** In the host a link leads to. */
		HOST

	}

	/** Words at a place. */
	record Sign(Where where, Pattern words) {

		boolean isOn(WebPage page) {
			return switch (this.where) {
				case TEXT -> this.words.matcher(page.text()).find();
				case LINK -> page.links().stream().anyMatch(this::fits);
				case HOST ->
					page.links().stream().anyMatch((link) -> this.words.matcher(WebPage.host(link.href())).find());
			};
		}

		boolean fits(Link link) {
			return this.where == Where.LINK && (this.words.matcher(link.label()).find() || this.words
				.matcher(link.href().replaceFirst("^[a-z]+://[^/]*", "").replaceAll("[-_/.+?=&]|%20", " "))
				.find());
		}

	}

	boolean isOwedBy(Site site) {
		return (this.scope == Scope.SERVICE || site.ofAgency())
				&& (this.component == null || site.promised().contains(this.component));
	}

	/** The first page that shows it. */
	Optional<String> shownOn(List<WebPage> pages) {
		return pages.stream().filter(this::isOn).map(WebPage::address).findFirst();
	}

	boolean isOn(WebPage page) {
		return this.signs.stream().anyMatch((sign) -> sign.isOn(page));
	}

	/** Whether a link may lead to it. */
	boolean mayBeBehind(Link link) {
		return this.signs.stream().anyMatch((sign) -> sign.fits(link));
	}

}
