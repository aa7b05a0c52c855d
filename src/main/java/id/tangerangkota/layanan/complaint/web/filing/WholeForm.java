package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.filing.CategoryChoice;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.region.Regions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.DirectFieldBindingResult;

/**
 * Reads a form that comes as a whole, from a phone that kept it. What is missing or wrong
 * is left unanswered, so that it is asked for.
 */
@Component
class WholeForm {

	private final ServiceCatalog catalog;

	private final CategoryChoice categories;

	private final Regions regions;

	WholeForm(ServiceCatalog catalog, CategoryChoice categories, Regions regions) {
		this.catalog = catalog;
		this.categories = categories;
		this.regions = regions;
	}

	/**
	 * All answers, as the single pages name them.
	 *
	 * @param identitas given where somebody was asked who may know; else nobody decides
	 * that for them
	 */
	record Answers(@Nullable String jenis, @Nullable String tentang, @Nullable String layanan,
			@Nullable String kategori, @Nullable String kelurahan, @Nullable String alamat, @Nullable String lintang,
			@Nullable String bujur, @Nullable String judul, @Nullable String isi, @Nullable String formal,
			@Nullable String identitas, @Nullable String anonim, @Nullable String rahasia) {

		/** Whether it is one, and not only the button of the last page. */
		boolean isWhole() {
			return StringUtils.hasText(this.jenis) || StringUtils.hasText(this.isi);
		}

		/** Nothing of what was typed. */
		@Override
		public String toString() {
			return "Answers";
		}

	}

	/**
	 * What of it is an answer. Nobody was shown similar reports, or the state of a
	 * service.
	 */
	Draft read(UUID key, Answers answers) {
		Draft draft = Draft.begin(key, Channel.WEB);
		Optional<ComplaintKind> kind = new AskKindController.KindForm(answers.jenis(), null).kind();
		if (kind.isPresent()) {
			draft = draft.withKind(kind.get());
		}
		draft = withConcern(draft, answers);
		if (answers.kategori() != null && this.categories.has(answers.kategori(), draft)) {
			draft = draft.withCategory(answers.kategori());
		}
		PlaceForm place = new PlaceForm(answers.kelurahan(), answers.alamat(), answers.lintang(), answers.bujur(),
				null);
		if (Step.PLACE.isAsked(draft) && isRight(place)) {
			draft = draft.withPlace(place.toPlace(this.regions));
		}
		WordsForm words = new WordsForm(answers.judul(), answers.isi(), answers.formal());
		if (isRight(words)) {
			draft = draft.withWords(words.toWords(draft.kind()));
		}
		if (answers.identitas() == null) {
			return draft;
		}
		return draft.afterPhotos()
			.withPerson(new PersonForm(answers.anonim(), answers.rahasia(), null, null, null).toPerson(false, false))
			.afterSimilar();
	}

	private Draft withConcern(Draft draft, Answers answers) {
		Optional<About> about = new AskConcernController.ConcernForm(answers.tentang()).about();
		if (about.isEmpty()) {
			return draft;
		}
		if (about.get() != About.SERVICE) {
			return draft.withConcern(new Concern(about.get(), null, false));
		}
		return Optional.ofNullable(answers.layanan())
			.flatMap(this.catalog::service)
			.map((service) -> draft.withConcern(new Concern(About.SERVICE, service.id(), true)))
			.orElse(draft.withConcern(new Concern(About.SERVICE, null, false)));
	}

	private boolean isRight(PlaceForm form) {
		DirectFieldBindingResult errors = new DirectFieldBindingResult(form, "form");
		form.check(this.regions, errors);
		return !errors.hasErrors();
	}

	private static boolean isRight(WordsForm form) {
		DirectFieldBindingResult errors = new DirectFieldBindingResult(form, "form");
		form.check(errors);
		return !errors.hasErrors();
	}

}
