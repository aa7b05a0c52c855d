package id.tangerangkota.layanan.complaint.web.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.open.EntryKeys;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints everybody may see, for programs. */
@RestController
@RequestMapping(path = ComplaintApiController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Complaints")
class ComplaintApiController {

	static final String PATH = "/api/v1/complaints";

	private static final List<String> FILTERS = List.of("state", "category", "agency", "service", "region", "kind",
			"overdue", "from", "to", "size");

	/** Skipping rows costs as much as reading them: days lead further. */
	private static final int LAST_PAGE = 1000;

	private static final int MOST = 100;

	private static final int USUAL = 20;

	private final PublicComplaints complaints;

	private final ApiFilters filters;

	private final CodeNames names;

	private final Demo demo;

	ComplaintApiController(PublicComplaints complaints, ApiFilters filters, CodeNames names, Demo demo) {
		this.complaints = complaints;
		this.filters = filters;
		this.names = names;
		this.demo = demo;
	}

	/**
	 * A page of complaints.
	 *
	 * @param demo whether they are made up
	 * @param total how many the filters let through
	 * @param totalIsLowerBound whether there are more than these: counting stops at 1,000
	 */
	record ComplaintListView(boolean demo, long total, boolean totalIsLowerBound, int page, int size,
			List<ItemView> items, PageLinks links) {
	}

	/**
	 * A complaint.
	 *
	 * @param service slug of the service it is about
	 * @param subDistrict code of the kelurahan
	 * @param latitude in degrees; what may be at somebody's home is moved by up to 50 m
	 * @param agency code of the agency that has it
	 * @param dueOn until when it is to be solved, null when no clock runs
	 * @param overdue whether that is past
	 * @param mergedInto the complaint it goes on as part of
	 * @param supporters how many others say the same
	 * @param photos how many photos and documents
	 */
	record ItemView(String ticket, ComplaintKind kind, String category, @Nullable String service,
			@Nullable String subDistrict, @Nullable String address, @Nullable Double latitude,
			@Nullable Double longitude, String subject, String text, PublicState state, @Nullable String agency,
			Instant receivedAt, Instant updatedAt, @Nullable LocalDate dueOn, boolean overdue,
			@Nullable String mergedInto, int supporters, int photos, String page) {
	}

	/**
	 * A complaint with its way.
	 *
	 * @param demo whether it is made up
	 * @param merged tickets that go on as part of it
	 * @param photos addresses of the photos
	 * @param documents addresses of PDFs
	 */
	record ComplaintDetailView(boolean demo, ItemView complaint, List<StepView> steps, List<String> merged,
			List<String> photos, List<String> documents) {
	}

	/**
	 * Something that happened.
	 *
	 * @param kind what, such as {@code answered}
	 * @param text what was written
	 */
	record StepView(Instant at, String kind, @Nullable String agency, @Nullable String text, List<String> photos,
			List<String> documents) {
	}

	@GetMapping
	@Operation(operationId = "listComplaints", summary = "Complaints everybody may see, the newest first",
			description = "Only what the coordinator has looked at and opened to all. Nothing says who reported it.")
	@Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = PublicState.class))
	@Parameter(name = "category", in = ParameterIn.QUERY, description = "Code of a category of complaints",
			schema = @Schema(type = "string", maxLength = ApiFilters.LONGEST_CODE), example = "jalan-rusak")
	@Parameter(name = "agency", in = ParameterIn.QUERY, description = "Code of the agency that has it",
			schema = @Schema(type = "string", maxLength = ApiFilters.LONGEST_CODE), example = "dpupr")
	@Parameter(name = "service", in = ParameterIn.QUERY, description = "Slug of a service",
			schema = @Schema(type = "string", maxLength = ApiFilters.LONGEST_CODE), example = "sobat-dukcapil")
	@Parameter(name = "region", in = ParameterIn.QUERY, description = "Code of a kecamatan or kelurahan",
			schema = @Schema(type = "string", maxLength = ApiFilters.LONGEST_CODE), example = "36.71.01")
	@Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = ComplaintKind.class))
	@Parameter(name = "overdue", in = ParameterIn.QUERY, description = "Only those past their promised date",
			schema = @Schema(type = "string", allowableValues = "true"))
	@Parameter(name = "from", in = ParameterIn.QUERY, description = "First day of receipt (Asia/Jakarta)",
			schema = @Schema(type = "string", format = "date"))
	@Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day of receipt",
			schema = @Schema(type = "string", format = "date"))
	@Parameter(name = "page", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "" + LAST_PAGE, defaultValue = "1"))
	@Parameter(name = "size", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "" + MOST, defaultValue = "" + USUAL))
	ResponseEntity<ComplaintListView> complaints(
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		Set<String> known = new HashSet<>(FILTERS);
		known.add("page");
		ApiParameters parameters = new ApiParameters(sent, known);
		int page = parameters.number("page", 1, LAST_PAGE, 1);
		int size = parameters.number("size", 1, MOST, USUAL);
		PublicComplaints.Page found = this.complaints.list(this.filters.of(parameters), page, size);
		CodeNames.Known names = this.names.of(found.complaints());
		List<ItemView> items = found.complaints().stream().map((complaint) -> item(complaint, names)).toList();
		boolean more = items.size() == size && page < LAST_PAGE
				&& (found.capped() || (long) page * size < found.total());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.body(new ComplaintListView(this.demo.on(), found.total(), found.capped(), page, size, items,
					new PageLinks(parameters.href(PATH, FILTERS, page), parameters.href(PATH, FILTERS, 1),
							(page > 1) ? parameters.href(PATH, FILTERS, page - 1) : null,
							more ? parameters.href(PATH, FILTERS, page + 1) : null)));
	}

	@GetMapping("/{ticket}")
	@CachedPage(tags = PublicComplaints.PAGES)
	@Operation(operationId = "getComplaint", summary = "A complaint everybody may see, with its way")
	ComplaintDetailView complaint(
			@Parameter(description = "Its number", example = "LKS-2026-000123-8") @PathVariable String ticket,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		PublicComplaint complaint = TicketNumber.parse(ticket)
			.flatMap(this.complaints::find)
			.orElseThrow(NotFound::new);
		List<StoredAttachment> files = this.complaints.attachments(complaint.id());
		return new ComplaintDetailView(this.demo.on(), item(complaint, this.names.of(List.of(complaint))),
				this.complaints.steps(complaint.id()).stream().map(ComplaintApiController::step).toList(),
				this.complaints.merged(complaint.id()).stream().map(TicketNumber::toString).toList(),
				addresses(files, true), addresses(files, false));
	}

	/** Of the photos, or of the documents. */
	private static List<String> addresses(List<StoredAttachment> files, boolean photos) {
		return files.stream().filter((file) -> file.isPhoto() == photos).map((file) -> "/berkas/" + file.id()).toList();
	}

	private static StepView step(PublicComplaints.Step step) {
		return new StepView(step.at(), step.key().substring(EntryKeys.PREFIX.length()), code(step.agency()),
				step.text(), addresses(step.attachments(), true), addresses(step.attachments(), false));
	}

	private static ItemView item(PublicComplaint complaint, CodeNames.Known names) {
		ServiceSummary service = names.service(complaint.service());
		RegionCode subDistrict = complaint.subDistrict();
		TicketNumber into = complaint.mergedInto();
		return new ItemView(complaint.ticket().toString(), complaint.kind(), complaint.category(),
				(service != null) ? service.slug() : null, (subDistrict != null) ? subDistrict.value() : null,
				complaint.address(), complaint.latitude(), complaint.longitude(), complaint.subject(), complaint.text(),
				complaint.state(), code(complaint.agency()), complaint.receivedAt(), complaint.updatedAt(),
				complaint.dueOn(), complaint.overdue(), (into != null) ? into.toString() : null, complaint.supporters(),
				complaint.photos(), ComplaintListForm.PATH + "/" + complaint.ticket());
	}

	private static @Nullable String code(@Nullable AgencyId agency) {
		return (agency != null) ? agency.code() : null;
	}

}
