package id.tangerangkota.layanan.complaint.web.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Which cases somebody looks at, as it stands in the address.
 *
 * @param tab code of a {@link QueueTab}
 * @param opd code of an agency
 * @param pegawai id of an officer
 * @param jenis a {@link ComplaintKind} in small letters
 * @param layanan id of a service
 * @param dari first day of receipt, as 2026-11-24
 * @param sampai last day of receipt
 * @param q a ticket number, or words
 */
record QueueForm(@Nullable String tab, @Nullable String opd, @Nullable String pegawai, @Nullable String kategori,
		@Nullable String jenis, @Nullable String kelurahan, @Nullable String layanan, @Nullable String dari,
		@Nullable String sampai, @Nullable String q, @Nullable String halaman) {

	private static final String TAB = "tab";

	/** Not of the form for many cases, which gives them to somebody. */
	private static final String OFFICER = "pegawai";

	private static final String PLACE = "kelurahan";

	private static final int LONGEST_WORDS = 100;

	private static final int LONGEST_QUERY = 1000;

	/**
	 * What a query of the queue says, as links to cases carry it along; nothing for what
	 * is none, for it only leads back.
	 */
	static QueueForm parse(@Nullable String query) {
		Map<String, String> fields = new HashMap<>();
		if (query != null && query.length() <= LONGEST_QUERY) {
			for (String field : query.split("&")) {
				int end = field.indexOf('=');
				if (end > 0) {
					fields.put(field.substring(0, end), decoded(field.substring(end + 1)));
				}
			}
		}
		QueueForm form = of(fields);
		try {
			form.filter(QueueTab.ALL);
			return form;
		}
		catch (InvalidParameter ex) {
			return of(Map.of());
		}
	}

	private static QueueForm of(Map<String, String> fields) {
		return new QueueForm(fields.get(TAB), fields.get("opd"), fields.get(OFFICER), fields.get("kategori"),
				fields.get("jenis"), fields.get(PLACE), fields.get("layanan"), fields.get(DayRange.FROM),
				fields.get(DayRange.TO), fields.get("q"), fields.get(Query.PAGE));
	}

	/** What is said, without the page. */
	private Query fields() {
		return Query.EMPTY.with(TAB, this.tab)
			.with("opd", this.opd)
			.with(OFFICER, this.pegawai)
			.with("kategori", this.kategori)
			.with("jenis", this.jenis)
			.with(PLACE, this.kelurahan)
			.with("layanan", this.layanan)
			.with(DayRange.FROM, this.dari)
			.with(DayRange.TO, this.sampai)
			.with("q", this.q);
	}

	private QueueForm with(String field, @Nullable String value) {
		return of(fields().with(field, value).parameters());
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/**
	 * What to list.
	 * @param usual the tab where none is named
	 * @throws InvalidParameter if there is no such tab, kind and so on
	 */
	CaseFilter filter(QueueTab usual) {
		return new CaseFilter(tab(usual),
				read("opd", this.opd,
						(code) -> AgencyId.isValid(code) ? Optional.of(new AgencyId(code)) : Optional.empty()),
				read(OFFICER, this.pegawai, CaseOfficers::parse),
				StringUtils.hasText(this.kategori) ? this.kategori : null, read("jenis", this.jenis, QueueForm::kind),
				read("kelurahan", this.kelurahan, QueueForm::subDistrict),
				read("layanan", this.layanan, QueueForm::service), days().start(), days().end(), words());
	}

	DayRange days() {
		return DayRange.of(this.dari, this.sampai);
	}

	QueueTab tab(QueueTab usual) {
		QueueTab named = read("tab", this.tab, QueueTab::of);
		return (named != null) ? named : usual;
	}

	private static <T> @Nullable T read(String name, @Nullable String value, Function<String, Optional<T>> reader) {
		if (!StringUtils.hasText(value)) {
			return null;
		}
		return reader.apply(value.strip()).orElseThrow(() -> new InvalidParameter(name, "is not known"));
	}

	static String code(ComplaintKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static Optional<ComplaintKind> kind(String code) {
		return Arrays.stream(ComplaintKind.values()).filter((kind) -> code(kind).equals(code)).findFirst();
	}

	private static Optional<RegionCode> subDistrict(String code) {
		return Optional.of(code).filter(RegionCode::isValid).map(RegionCode::new).filter(RegionCode::isSubDistrict);
	}

	private static Optional<ServiceId> service(String id) {
		try {
			return Optional.of(new ServiceId(UUID.fromString(id)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The ticket that is looked for, if it is one. */
	Optional<TicketNumber> ticket() {
		return StringUtils.hasText(this.q) ? TicketNumber.parse(this.q) : Optional.empty();
	}

	private @Nullable String words() {
		if (!StringUtils.hasText(this.q)) {
			return null;
		}
		String words = this.q.strip();
		return (words.length() > LONGEST_WORDS) ? words.substring(0, LONGEST_WORDS) : words;
	}

	/** Whether anything but the tab is chosen. */
	boolean isNarrowed() {
		return !fields().without(TAB).isEmpty();
	}

	/** The same filters on another tab, from its first page. */
	QueueForm on(QueueTab other) {
		return with(TAB, other.code());
	}

	/** Without one of the filters. */
	QueueForm without(String field) {
		return with(field, null);
	}

	QueueForm in(String subDistrict) {
		return with(PLACE, subDistrict);
	}

	/** As it stands in an address, without a question mark; empty for nothing chosen. */
	String query() {
		return query(1);
	}

	String query(int page) {
		return fields().page(page).toString();
	}

	/** Has a redirect lead to it. */
	void addTo(RedirectAttributes redirect) {
		fields().parameters().forEach(redirect::addAttribute);
		if (StringUtils.hasText(this.halaman)) {
			redirect.addAttribute(Query.PAGE, this.halaman.strip());
		}
	}

	/** The address of a page of the list. */
	String href(int page) {
		return href(CaseQueueController.PATH, page);
	}

	/** The address of something else about the same list. */
	String href(String path, int page) {
		return fields().page(page).at(path);
	}

}
