package id.tangerangkota.layanan.quality.inspection;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of an item.
 *
 * @param item code of an {@link InspectionItem} or of a {@link Promise}
 * @param detail what exactly, such as the name of a cookie; null where there is nothing
 * to say
 * @param page address of the page that shows it
 */
record Finding(String item, Verdict verdict, @Nullable String detail, @Nullable String page) {

	private static final int LONGEST = 300;

	Finding {
		detail = cut(detail);
		page = cut(page);
	}

	static Finding of(InspectionItem item, Verdict verdict, @Nullable String detail) {
		return new Finding(item.code(), verdict, detail, null);
	}

	static Finding of(InspectionItem item, boolean met, @Nullable String detail) {
		return of(item, met ? Verdict.MET : Verdict.MISSED, detail);
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
