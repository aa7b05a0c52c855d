package id.tangerangkota.layanan.open311.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.apikey.ApiClient;
import id.tangerangkota.layanan.apikey.ApiKeys;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.KeyReused;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.open311.web.Attribute.Code;
import id.tangerangkota.layanan.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes reports of other systems, and shows those that everybody may see. */
@Controller
class ReportRequestController {

	static final String PATH = "/open311/v2/requests";

	/** As the standard limits it. */
	private static final int MOST = 1000;

	private static final String JURISDICTION = "jurisdiction_id";

	private static final String SERVICE_CODE = "service_code";

	private final ApiKeys keys;

	private final ComplaintDesk desk;

	private final ComplaintCategories categories;

	private final PublicComplaints complaints;

	private final ServiceCatalog catalog;

	private final Definitions definitions;

	private final PublicRequests requests;

	private final ReportReceipts receipts;

	private final PostedPhotos photos;

	private final Jurisdiction jurisdiction;

	private final Clock clock;

	ReportRequestController(ApiKeys keys, ComplaintDesk desk, ComplaintCategories categories,
			PublicComplaints complaints, ServiceCatalog catalog, Definitions definitions, PublicRequests requests,
			ReportReceipts receipts, PostedPhotos photos, Jurisdiction jurisdiction, Clock clock) {
		this.keys = keys;
		this.desk = desk;
		this.categories = categories;
		this.complaints = complaints;
		this.catalog = catalog;
		this.definitions = definitions;
		this.requests = requests;
		this.receipts = receipts;
		this.photos = photos;
		this.jurisdiction = jurisdiction;
		this.clock = clock;
	}

	@PostMapping({ PATH, PATH + "." + Format.PATTERN })
	ResponseEntity<String> file(@PathVariable(required = false) @Nullable String format,
			@RequestParam MultiValueMap<String, String> sent,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest request,
			Locale locale) {
		ApiClient client = client(sent, request);
		this.jurisdiction.check(PostedReport.value(sent, JURISDICTION));
		ComplaintCategory category = category(sent);
		PostedReport report = new PostedReport(sent, category);
		Map<Code, String> answers = report.answers(this.definitions.of(category, locale));
		UUID submission = SubmissionKey.of(client.id(), key);
		Receipt receipt = file(report, client, submission, answers, PostedPhotos.of(request), Language.of(locale));
		ResponseEntity<String> answer = Format.of(format).answer(this.receipts.filed(receipt, locale));
		return ResponseEntity.ok()
			.headers(answer.getHeaders())
			.header(ReportReceipts.TOKEN, submission.toString())
			.body(answer.getBody());
	}

	private ApiClient client(Map<String, List<String>> sent, HttpServletRequest request) {
		@Nullable String key = PostedReport.value(sent, "api_key");
		if (key == null) {
			throw Refused.key("open311.error.key.missing");
		}
		return this.keys.use(key, ApiScope.OPEN311_SUBMIT, request.getRemoteAddr());
	}

	private ComplaintCategory category(Map<String, List<String>> sent) {
		@Nullable String code = PostedReport.value(sent, SERVICE_CODE);
		if (code == null) {
			throw Refused.invalid("open311.error.service-code.missing");
		}
		return this.categories.find(code).orElseThrow(() -> Refused.notFound("open311.error.service-code"));
	}

	private Receipt file(PostedReport report, ApiClient client, UUID key, Map<Code, String> answers,
			List<MultipartFile> files, Language language) {
		@Nullable ServiceId service = Optional.ofNullable(answers.get(Code.LAYANAN))
			.flatMap(this.catalog::service)
			.map(ServiceDetail::id)
			.orElse(null);
		try {
			AttachmentOwner owner = files.isEmpty() ? null : PostedPhotos.owner(key);
			Submission submission = report.submission(client, key, answers, service, owner, language);
			this.photos.store(key, files);
			return this.desk.file(submission);
		}
		catch (KeyReused ex) {
			throw Refused.invalid("open311.error.key-reused");
		}
		catch (SubmissionRefused ex) {
			throw switch (ex.reason()) {
				case UNKNOWN_CATEGORY -> Refused.notFound("open311.error.service-code");
				case UNKNOWN_SERVICE -> Refused.invalid("open311.error.attribute.value", Code.LAYANAN);
				case UNKNOWN_PLACE -> Refused.invalid("open311.error.address-id");
			};
		}
	}

	@GetMapping({ PATH, PATH + "." + Format.PATTERN })
	ResponseEntity<String> list(@PathVariable(required = false) @Nullable String format,
			@RequestParam MultiValueMap<String, String> sent, Locale locale) {
		this.jurisdiction.check(PostedReport.value(sent, JURISDICTION));
		List<String> ids = RequestQuery.values(sent, "service_request_id");
		if (!ids.isEmpty()) {
			List<TicketNumber> tickets = ids.stream().map(TicketNumber::parse).flatMap(Optional::stream).toList();
			return Format.of(format).answer(this.requests.list(this.complaints.find(tickets), locale));
		}
		RequestQuery query = RequestQuery.of(sent, this.clock.instant());
		for (String code : query.codes()) {
			if (this.categories.find(code).isEmpty()) {
				throw Refused.notFound("open311.error.service-code");
			}
		}
		List<PublicFilter> filters = query.codes().isEmpty() ? List.of(query.filter(null))
				: query.codes().stream().map(query::filter).toList();
		return Format.of(format).answer(this.requests.list(new NewestFirst(this.complaints).of(filters, MOST), locale));
	}

	@GetMapping({ PATH + "/{id:[^.]+}", PATH + "/{id:[^.]+}." + Format.PATTERN })
	ResponseEntity<String> single(@PathVariable String id, @PathVariable(required = false) @Nullable String format,
			@RequestParam(name = JURISDICTION, required = false) @Nullable String jurisdictionId, Locale locale) {
		this.jurisdiction.check(jurisdictionId);
		return TicketNumber.parse(id)
			.flatMap(this.complaints::find)
			.map((complaint) -> Format.of(format).answer(this.requests.list(List.of(complaint), locale)))
			.orElseThrow(() -> Refused.notFound("open311.error.request"));
	}

}
