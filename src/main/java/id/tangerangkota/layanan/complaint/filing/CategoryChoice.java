package id.tangerangkota.layanan.complaint.filing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says which categories fit what was answered so far. */
@Component
public class CategoryChoice {

	private static final int MOST_SUGGESTED = 3;

	private static final int SHORTEST_WORD = 4;

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	CategoryChoice(ComplaintCategories categories, ServiceCatalog catalog) {
		this.categories = categories;
		this.catalog = catalog;
	}

	/**
	 * Categories to choose from.
	 *
	 * @param suggested the most fitting first, perhaps none
	 * @param others all others in their order
	 */
	public record Choice(List<ComplaintCategory> suggested, List<ComplaintCategory> others) {
	}

	/** Whether it is one to choose from, suggested or not. */
	public boolean has(String code, Draft draft) {
		return this.categories.find(code).filter((category) -> fits(category, draft.kind())).isPresent();
	}

	public Choice of(Draft draft) {
		List<ComplaintCategory> all = this.categories.all()
			.stream()
			.filter((category) -> fits(category, draft.kind()))
			.toList();
		@Nullable ServiceSummary service = service(draft);
		Set<String> words = words(draft);
		List<ComplaintCategory> suggested = all.stream()
			.filter((category) -> score(category, service, words, draft.kind()) > 0)
			.sorted(Comparator.comparingInt((category) -> -score(category, service, words, draft.kind())))
			.limit(MOST_SUGGESTED)
			.toList();
		return new Choice(suggested, all.stream().filter((category) -> !suggested.contains(category)).toList());
	}

	/** Whether somebody who brings this kind of report may choose it. */
	private static boolean fits(ComplaintCategory category, @Nullable ComplaintKind kind) {
		return category.onlyFor() == null || category.onlyFor() == kind;
	}

	private @Nullable ServiceSummary service(Draft draft) {
		Draft.Concern concern = draft.concern();
		if (concern == null || concern.about() != About.SERVICE || concern.service() == null) {
			return null;
		}
		return this.catalog.summaries(List.of(concern.service())).stream().findFirst().orElse(null);
	}

	private static int score(ComplaintCategory category, @Nullable ServiceSummary service, Set<String> words,
			@Nullable ComplaintKind kind) {
		int score = 0;
		if (category.onlyFor() != null && category.onlyFor() == kind) {
			score += 3;
		}
		if (service != null) {
			// Most reports about a website say that it does not open or lets nobody in.
			score += category.code().equals(ComplaintCategories.DIGITAL_SERVICE) ? 4 : 0;
			score += Objects.equals(category.agency().code(), service.agencyCode()) ? 2 : 0;
		}
		Set<String> own = words(category.name() + " " + category.scope());
		return score + (int) words.stream().filter(own::contains).count();
	}

	private static Set<String> words(Draft draft) {
		Draft.Words words = draft.words();
		return (words != null) ? words(words.subject() + " " + words.text()) : Set.of();
	}

	private static Set<String> words(String text) {
		return Arrays.stream(GAPS.split(text.toLowerCase(Locale.ROOT)))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.collect(Collectors.toSet());
	}

}
