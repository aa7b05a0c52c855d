package id.tangerangkota.layanan.complaint.web.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.filing.Draft;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What a phone may keep of a draft, under the names of {@link WholeForm}: never who
 * reports.
 */
@Component
class PhoneDraft {

	/** What stands for whoever wrote it, for the phone alone to compare. */
	static final String WRITER = "penulis";

	private final ServiceCatalog catalog;

	private final WriterMark mark;

	private final JsonMapper json;

	PhoneDraft(ServiceCatalog catalog, WriterMark mark, JsonMapper json) {
		this.catalog = catalog;
		this.mark = mark;
		this.json = json;
	}

	/** As JSON. */
	String of(Draft draft) {
		Map<String, String> kept = new LinkedHashMap<>();
		kept.put(FilingSession.KEY, draft.key().toString());
		kept.put(WRITER, this.mark.of(draft.key().toString()));
		if (draft.kind() != null) {
			kept.put("jenis", AskKindController.code(draft.kind()));
		}
		Draft.@Nullable Concern concern = draft.concern();
		if (concern != null) {
			kept.put("tentang", AskConcernController.ConcernForm.code(concern.about()));
			if (concern.service() != null) {
				this.catalog.summaries(List.of(concern.service()))
					.stream()
					.map(ServiceSummary::slug)
					.forEach((slug) -> kept.put("layanan", slug));
			}
		}
		if (draft.category() != null) {
			kept.put("kategori", draft.category());
		}
		@Nullable ComplaintPlace place = draft.place();
		if (place != null) {
			put(kept, "kelurahan", place.subDistrict());
			put(kept, "alamat", place.address());
			put(kept, "lintang", place.latitude());
			put(kept, "bujur", place.longitude());
		}
		Draft.@Nullable Words words = draft.words();
		if (words != null) {
			kept.put("judul", words.subject());
			kept.put("isi", words.text());
			put(kept, "formal", words.formal() ? "ya" : null);
		}
		Draft.@Nullable Person person = draft.person();
		if (person != null) {
			kept.put("identitas", "ya");
			put(kept, "anonim", person.anonymous() ? "ya" : null);
			put(kept, "rahasia", person.confidential() ? "ya" : null);
		}
		return this.json.writeValueAsString(kept);
	}

	private static void put(Map<String, String> kept, String name, @Nullable Object value) {
		if (value != null) {
			kept.put(name, value.toString());
		}
	}

}
