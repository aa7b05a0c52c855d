package id.tangerangkota.layanan.complaint.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.OutageTitles;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Related;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.queue.TabCount;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts cases and what they can be filtered by into words. */
@Component
class QueuePages {

	private final ServiceCatalog catalog;

	private final ComplaintCategories categories;

	private final Regions regions;

	private final OutageTitles titles;

	private final DeskWords words;

	QueuePages(ServiceCatalog catalog, ComplaintCategories categories, Regions regions, OutageTitles titles,
			DeskWords words) {
		this.titles = titles;
		this.catalog = catalog;
		this.categories = categories;
		this.regions = regions;
		this.words = words;
	}

	/** A tab with its count. */
	record Tab(String href, String label, String count, boolean current) {
	}

	/** A filter in use, and where it is not. */
	record Active(String label, String href) {
	}

	/**
	 * The names of everything cases refer to, read once for a page.
	 *
	 * @param places those of kelurahan
	 */
	record Names(Map<String, Agency> agencies, Map<RegionCode, SubDistrict> places,
			Map<String, ComplaintCategory> categories, Map<ServiceId, ServiceSummary> services, boolean english) {

		String agency(AgencyId id) {
			Agency agency = this.agencies.get(id.code());
			return (agency != null) ? agency.shortName() : id.code();
		}

		String fullAgency(AgencyId id) {
			Agency agency = this.agencies.get(id.code());
			return (agency == null) ? id.code() : this.english ? agency.nameEn() : agency.name();
		}

		String category(String code) {
			ComplaintCategory category = this.categories.get(code);
			return (category == null) ? code : this.english ? category.nameEn() : category.name();
		}

		@Nullable String place(@Nullable RegionCode code) {
			SubDistrict place = (code != null) ? this.places.get(code) : null;
			return (place != null) ? place.name() : null;
		}

		@Nullable String service(@Nullable ServiceId id) {
			ServiceSummary service = (id != null) ? this.services.get(id) : null;
			return (service != null) ? service.name() : null;
		}

	}

	Names names(Stream<? extends @Nullable ServiceId> services, Locale locale) {
		Map<String, Agency> agencies = new LinkedHashMap<>();
		this.catalog.agencies().forEach((agency) -> agencies.put(agency.code(), agency));
		Map<RegionCode, SubDistrict> places = new LinkedHashMap<>();
		this.regions.subDistricts().forEach((place) -> places.put(place.code(), place));
		Map<String, ComplaintCategory> categories = new LinkedHashMap<>();
		this.categories.all().forEach((category) -> categories.put(category.code(), category));
		Map<ServiceId, ServiceSummary> found = new LinkedHashMap<>();
		Set<ServiceId> wanted = new LinkedHashSet<>();
		services.forEach((service) -> {
			if (service != null) {
				wanted.add(service);
			}
		});
		this.catalog.summaries(wanted).forEach((service) -> found.put(service.id(), service));
		return new Names(agencies, places, categories, found, Language.of(locale) == Language.ENGLISH);
	}

	/** The address of a case, which knows the list it was opened from. */
	static String href(String ticket, String query) {
		String path = CaseQueueController.PATH + "/" + ticket;
		return query.isEmpty() ? path : path + "?antrean=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
	}

	List<CaseRow> rows(List<CaseLine> lines, Names names, AccountId me, String query, Locale locale) {
		return lines.stream().map((line) -> row(line, names, me, query, locale)).toList();
	}

	private CaseRow row(CaseLine line, Names names, AccountId me, String query, Locale locale) {
		String about = String.join(" · ",
				Stream
					.of(names.category(line.category()), names.service(line.service()), names.place(line.subDistrict()))
					.filter(Objects::nonNull)
					.toList());
		AgencyId agency = line.agency();
		return new CaseRow(href(line.ticket().toString(), query), line.id() + ":" + line.version(),
				line.ticket().toString(), subject(line, locale), about, (agency != null) ? names.agency(agency) : null,
				officer(line.officer(), me, locale), status(line.status(), locale),
				this.words.shortDate(line.receivedAt(), locale), due(line, locale), marks(line, locale));
	}

	/** As somebody wrote it, or the portal did. */
	String subject(CaseLine line, Locale locale) {
		return line.byPortal() ? this.titles.in(locale, line.subject()) : line.subject();
	}

	/** As that of a {@link CaseLine}. */
	String subject(Related other, Locale locale) {
		return other.byPortal() ? this.titles.in(locale, other.subject()) : other.subject();
	}

	String officer(@Nullable AccountId officer, AccountId me, Locale locale) {
		if (officer == null) {
			return this.words.say("complaint-desk.officer.none", locale);
		}
		return this.words.say(officer.equals(me) ? "complaint-desk.officer.me" : "complaint-desk.officer.other",
				locale);
	}

	String status(ComplaintStatus status, Locale locale) {
		return this.words.say("complaint-desk.status." + status, locale);
	}

	@Nullable DueTag due(CaseLine line, Locale locale) {
		if (line.due() != null) {
			return this.words.due(line.due(), locale);
		}
		if (line.until() == null || !line.status().isOpen()) {
			return null;
		}
		return new DueTag("plain", "clock",
				this.words.say((line.status() == ComplaintStatus.RESOLVED) ? "complaint-desk.due.closes"
						: "complaint-desk.due.answer", locale, this.words.shortDate(line.until(), locale)),
				this.words.time(line.until(), locale));
	}

	List<String> marks(CaseLine line, Locale locale) {
		List<String> marks = new ArrayList<>();
		if (line.kind() != ComplaintKind.COMPLAINT) {
			marks.add(this.words.say("complaint-desk.kind." + line.kind(), locale));
		}
		if (line.supervisory()) {
			marks.add(this.words.say("complaint-desk.mark.supervisory", locale));
		}
		if (line.anonymous()) {
			marks.add(this.words.say("complaint-desk.mark.anonymous", locale));
		}
		if (line.confidential()) {
			marks.add(this.words.say("complaint-desk.mark.confidential", locale));
		}
		if (line.reopened() > 0) {
			marks.add(this.words.say("complaint-desk.mark.reopened", locale, line.reopened()));
		}
		if (line.supporters() > 0) {
			marks.add(this.words.say("complaint-desk.mark.supporters", locale, line.supporters()));
		}
		if (line.photos() > 0) {
			marks.add(this.words.say("complaint-desk.mark.photos", locale, line.photos()));
		}
		return marks;
	}

	List<Tab> tabs(Desk desk, QueueForm form, QueueTab current, Map<QueueTab, TabCount> counts, Locale locale) {
		return desk.tabs().stream().map((tab) -> {
			TabCount count = Objects.requireNonNull(counts.get(tab));
			return new Tab(form.on(tab).href(1), this.words.say("complaint-desk.tab." + tab.key(), locale),
					count(count.number(), locale), tab == current);
		}).toList();
	}

	/** Beyond the limit it only says that there are more. */
	String count(long number, Locale locale) {
		return (number > CaseQueue.COUNT_LIMIT)
				? this.words.say("complaint-desk.count.more", locale, CaseQueue.COUNT_LIMIT)
				: this.words.number(number, 0, locale);
	}

	/**
	 * The filters in use.
	 * @param officers those of the agency, by whom cases can be filtered
	 */
	List<Active> active(QueueForm form, Names names, List<Choice> officers, Locale locale) {
		List<Active> active = new ArrayList<>();
		add(active, form, "opd", form.opd(), (form.opd() != null && AgencyId.isValid(form.opd()))
				? names.agency(new AgencyId(form.opd())) : form.opd());
		add(active, form, "pegawai", form.pegawai(),
				officers.stream()
					.filter((officer) -> officer.value().equals(form.pegawai()))
					.map(Choice::label)
					.findFirst()
					.orElseGet(() -> this.words.say("complaint-desk.fact.officer", locale)));
		add(active, form, "kategori", form.kategori(),
				(form.kategori() != null) ? names.category(form.kategori()) : null);
		add(active, form, "jenis", form.jenis(), (form.jenis() != null && !form.jenis().isEmpty())
				? this.words.say("complaint-desk.kind." + form.jenis().toUpperCase(Locale.ROOT), locale) : null);
		add(active, form, "kelurahan", form.kelurahan(),
				(form.kelurahan() != null && RegionCode.isValid(form.kelurahan()))
						? names.place(new RegionCode(form.kelurahan())) : null);
		add(active, form, "layanan", form.layanan(), this.words.say("complaint-desk.filter.one-service", locale));
		form.days()
			.ends()
			.forEach((end, day) -> add(active, form, end, day.toString(),
					this.words.say("web.filters." + end, locale, this.words.date(day, locale))));
		add(active, form, "q", form.q(), form.q());
		return active;
	}

	private static void add(List<Active> active, QueueForm form, String field, @Nullable String value,
			@Nullable String label) {
		if (value != null && !value.isBlank()) {
			active.add(new Active((label != null) ? label : value, form.without(field).href(1)));
		}
	}

	List<Choice> agencies(Names names, Locale locale) {
		return options(
				names.agencies()
					.values()
					.stream()
					.map((agency) -> new Choice(agency.code(), names.english() ? agency.nameEn() : agency.name())),
				"complaint-desk.filter.any", locale);
	}

	List<Choice> categories(Names names, Locale locale) {
		return options(names.categories().keySet().stream().map((code) -> new Choice(code, names.category(code))),
				"complaint-desk.filter.any", locale);
	}

	List<Choice> kinds(Locale locale) {
		return options(
				Stream.of(ComplaintKind.values())
					.map((kind) -> new Choice(QueueForm.code(kind),
							this.words.say("complaint-desk.kind." + kind, locale))),
				"complaint-desk.filter.any", locale);
	}

	List<Choice> places(Names names, Locale locale) {
		return options(names.places().values().stream().map((place) -> new Choice(place.code().value(), place.name())),
				"complaint-desk.filter.any", locale);
	}

	List<Choice> options(Stream<Choice> options, String none, Locale locale) {
		return Stream.concat(Stream.of(new Choice("", this.words.say(none, locale))), options).toList();
	}

}
