package id.tangerangkota.layanan.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the layout says about a page; in every HTML view as {@code site}. A controller
 * adds the model attributes {@code description} (text) and {@code indexed} (false keeps
 * search engines away) where the defaults do not fit.
 *
 * @param canonical absolute address of this page in this language, null where there is
 * none
 * @param alternateId absolute address in Indonesian
 * @param alternateEn absolute address in English
 * @param switchHref the same page in the other language
 * @param dataAsOf when the page was made
 * @param home whether this is the front page
 * @param demo whether what it shows is made up
 * @param description for search engines, null for the portal's own
 * @param indexed whether search engines may list it
 * @param visitor who reads it, null where the header says nothing about that
 * @param badges what the header tells somebody who signed in
 * @param flash what was done on the page before
 * @param measured what its speed is told by, null where it is not
 */
public record SitePage(@Nullable String canonical, @Nullable String alternateId, @Nullable String alternateEn,
		@Nullable String switchHref, String dataAsOf, boolean home, boolean demo, @Nullable String description,
		boolean indexed, @Nullable Visitor visitor, List<HeaderBadge.Badge> badges, @Nullable Flash flash,
		@Nullable MeasuredPage measured) {

	/** The first that counts anything, null where none does. */
	public HeaderBadge.@Nullable Badge badge() {
		return this.badges.stream().filter((badge) -> badge.count() > 0).findFirst().orElse(null);
	}

}
