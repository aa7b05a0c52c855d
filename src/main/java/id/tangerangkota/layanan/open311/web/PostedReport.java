package id.tangerangkota.layanan.open311.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.apikey.ApiClient;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.open311.web.Attribute.Code;
import id.tangerangkota.layanan.open311.web.Refused.Fault;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * A report as another system posts it. What is wrong is gathered, so that whoever wrote
 * the client learns everything at once.
 */
class PostedReport {

	/** As the standard has it. */
	private static final int LONGEST_DESCRIPTION = 4000;

	private static final int LONGEST_ADDRESS = 400;

	private static final int LONGEST_URL = 500;

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_EMAIL = 254;

	private static final int LONGEST_PHONE = 40;

	private static final int LONGEST_NUMBER = 30;

	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d+)?");

	private static final int SHORTEST_SUBJECT = 5;

	private final Map<String, List<String>> sent;

	private final ComplaintCategory category;

	private final List<Fault> faults = new ArrayList<>();

	PostedReport(Map<String, List<String>> sent, ComplaintCategory category) {
		this.sent = sent;
		this.category = category;
	}

	/**
	 * Something that was sent, without the white space around it; null when it was not.
	 */
	static @Nullable String value(Map<String, List<String>> sent, String name) {
		return sent.getOrDefault(name, List.of())
			.stream()
			.filter((value) -> !value.isBlank())
			.map(String::strip)
			.findFirst()
			.orElse(null);
	}

	private @Nullable String value(String name, int longest) {
		@Nullable String value = value(this.sent, name);
		if (value != null && value.length() > longest) {
			fault("open311.error.long", name, longest);
			return null;
		}
		return value;
	}

	private void fault(String key, Object... arguments) {
		this.faults.add(new Fault(key, arguments));
	}

	/** The answers to the questions of the category. */
	Map<Code, String> answers(List<Attribute> attributes) {
		Map<Code, String> answers = new EnumMap<>(Code.class);
		for (Attribute attribute : attributes) {
			String name = "attribute[" + attribute.code() + "]";
			List<String> values = new ArrayList<>(this.sent.getOrDefault(name, List.of()));
			values.addAll(this.sent.getOrDefault(name + "[]", List.of()));
			values.removeIf(String::isBlank);
			if (values.isEmpty()) {
				if (attribute.required()) {
					fault("open311.error.attribute.missing", attribute.code());
				}
			}
			else if (values.size() > 1 || !attribute.takes(values.getFirst().strip())) {
				fault("open311.error.attribute.value", attribute.code());
			}
			else {
				answers.put(attribute.code(), values.getFirst().strip());
			}
		}
		return answers;
	}

	/**
	 * What is handed in.
	 * @param service what the answers say it is about
	 * @param photos what photos will hang on, null when none came
	 * @throws Refused if anything is wrong
	 */
	Submission submission(ApiClient client, UUID key, Map<Code, String> answers, @Nullable ServiceId service,
			@Nullable AttachmentOwner photos, Language language) {
		@Nullable String description = value("description", LONGEST_DESCRIPTION);
		@Nullable String media = value("media_url", LONGEST_URL);
		if (media != null && !WEB_ADDRESS.matcher(media).matches()) {
			fault("open311.error.media-url");
		}
		@Nullable String address = value("address_string", LONGEST_ADDRESS);
		@Nullable ComplaintPlace place = place(address);
		Reporter reporter = reporter(language);
		@Nullable String subject = answers.get(Code.JUDUL);
		if (subject != null && subject.length() > Submission.SUBJECT_LENGTH) {
			fault("open311.error.long", Code.JUDUL, Submission.SUBJECT_LENGTH);
		}
		if (!this.faults.isEmpty()) {
			throw Refused.invalid(this.faults);
		}
		boolean anonymous = this.category.sensitive() || Definitions.YES.equals(answers.get(Code.ANONIM));
		boolean confidential = this.category.sensitive() || Definitions.YES.equals(answers.get(Code.RAHASIA));
		try {
			return new Submission(key, Channel.OPEN311, kind(answers), this.category.code(), service, place,
					(subject != null) ? subject : subject(description), text(description, media, address), anonymous,
					confidential, false, reporter, photos, visitor(client, key));
		}
		catch (IllegalArgumentException ex) {
			// Such as a text of signs nobody sees.
			throw Refused.invalid("open311.error.text");
		}
	}

	private ComplaintKind kind(Map<Code, String> answers) {
		if (this.category.onlyFor() != null) {
			return this.category.onlyFor();
		}
		return ComplaintKind.valueOf(answers.getOrDefault(Code.JENIS, ComplaintKind.COMPLAINT.name()));
	}

	/**
	 * Where it is; null for what is about a service, which has no place: the standard
	 * wants one all the same, and the office of its agency will do.
	 */
	private @Nullable ComplaintPlace place(@Nullable String address) {
		@Nullable String latitude = value("lat", LONGEST_NUMBER);
		@Nullable String longitude = value("long", LONGEST_NUMBER);
		@Nullable String region = value("address_id", LONGEST_NUMBER);
		int before = this.faults.size();
		if ((latitude == null) != (longitude == null)) {
			fault("open311.error.point.half");
		}
		else if (latitude == null && address == null && region == null) {
			fault("open311.error.location");
		}
		else if (latitude != null && longitude != null && !isPoint(latitude, longitude)) {
			fault("open311.error.point");
		}
		if (region != null && !(RegionCode.isValid(region) && new RegionCode(region).isSubDistrict())) {
			fault("open311.error.address-id");
		}
		if (this.faults.size() > before || Definitions.isAboutService(this.category)) {
			return null;
		}
		return new ComplaintPlace((region != null) ? new RegionCode(region) : null, shortened(address),
				(latitude != null) ? Double.valueOf(latitude) : null,
				(longitude != null) ? Double.valueOf(longitude) : null);
	}

	private boolean isPoint(String latitude, String longitude) {
		return NUMBER.matcher(latitude).matches() && NUMBER.matcher(longitude).matches()
				&& (Definitions.isAboutService(this.category)
						|| ComplaintPlace.isNear(Double.parseDouble(latitude), Double.parseDouble(longitude)));
	}

	/** What does not fit stands in the text as a whole. */
	private static @Nullable String shortened(@Nullable String address) {
		return (address == null || address.length() <= ComplaintPlace.ADDRESS_LENGTH) ? address
				: cut(address, ComplaintPlace.ADDRESS_LENGTH);
	}

	private Reporter reporter(Language language) {
		@Nullable String first = value("first_name", LONGEST_NAME);
		@Nullable String last = value("last_name", LONGEST_NAME);
		@Nullable String email = value("email", LONGEST_EMAIL);
		if (email != null && !EMAIL.matcher(email).matches()) {
			fault("open311.error.email");
		}
		String name = ((first != null) ? first : "") + " " + ((last != null) ? last : "");
		return new Reporter(null, name, email, value("phone", LONGEST_PHONE), language);
	}

	/** The first sentence or line, or what kind of report it is. */
	private String subject(@Nullable String description) {
		String first = (description != null) ? description.split("(?<=[.!?])\\s|\\R", 2)[0].strip() : "";
		return (first.length() < SHORTEST_SUBJECT) ? this.category.name()
				: (first.length() <= Submission.SUBJECT_LENGTH) ? first : cut(first, Submission.SUBJECT_LENGTH);
	}

	/** At the end of a word, if there is one near. */
	private static String cut(String text, int length) {
		int space = text.lastIndexOf(' ', length - 1);
		return (space > length / 2) ? text.substring(0, space).strip() + "…" : shortened(text, length);
	}

	/** Not in the middle of a character. */
	static String shortened(String text, int length) {
		int end = length - 1;
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
	}

	/** The photo's address is for people to follow; the portal never does. */
	private String text(@Nullable String description, @Nullable String media, @Nullable String address) {
		StringBuilder text = new StringBuilder((description != null) ? description : this.category.name());
		if (address != null && address.length() > ComplaintPlace.ADDRESS_LENGTH) {
			text.append("\n\n").append(address);
		}
		if (media != null) {
			text.append("\n\n").append(media);
		}
		return text.toString();
	}

	/** Tells the people behind one client apart, as far as it does. */
	private String visitor(ApiClient client, UUID key) {
		for (String name : List.of("account_id", "device_id", "email", "phone")) {
			@Nullable String value = value(this.sent, name);
			if (value != null) {
				return client.id() + " " + value;
			}
		}
		return client.id() + " " + key;
	}

}
