package id.tangerangkota.layanan.complaint.web.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Choice;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What makes the form work without a network: the page a phone shows then, the script
 * that keeps it there, and a fresh token for what was written meanwhile.
 */
@Controller
class OfflineController {

	private static final List<String> FILES = List.of("/css/app.css", "/js/app.js", "/js/complaint.js", "/js/drafts.js",
			"/img/icons.svg", "/img/favicon.svg");

	private final ComplaintCategories categories;

	private final Regions regions;

	private final MessageSource messages;

	private final ObjectProvider<ResourceUrlProvider> addresses;

	private final JsonMapper json;

	private final WriterMark mark;

	private final String script;

	private final long megabytes;

	OfflineController(ComplaintCategories categories, Regions regions, MessageSource messages,
			ObjectProvider<ResourceUrlProvider> addresses, JsonMapper json, WriterMark mark,
			@Value("${layanan.attachment.max-size:10MB}") DataSize largest) {
		this.megabytes = largest.toMegabytes();
		this.categories = categories;
		this.regions = regions;
		this.messages = messages;
		this.addresses = addresses;
		this.json = json;
		this.mark = mark;
		this.script = Stream.of("drafts.js", "worker.js")
			.map(OfflineController::read)
			.collect(Collectors.joining("\n"));
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("static/js/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Complete in itself: a phone may show it days later. */
	@GetMapping("/luring")
	@CachedPage(tags = CatalogDesk.PAGES)
	String offline(Model model, Locale locale) {
		model.addAttribute("kinds",
				Arrays.stream(ComplaintKind.values())
					.map((kind) -> new Choice(AskKindController.code(kind),
							this.messages.getMessage("complaint-filing.kind." + kind, null, locale)))
					.toList());
		model.addAttribute("categories", AskCategoryController
			.options(this.categories.all().stream().filter((category) -> !category.sensitive()).toList(), locale));
		Map<RegionCode, List<SubDistrict>> inside = this.regions.subDistricts()
			.stream()
			.collect(Collectors.groupingBy((one) -> one.code().district()));
		model.addAttribute("groups",
				this.regions.districts()
					.stream()
					.map((District district) -> new AskPlaceController.Group(district.name(),
							inside.getOrDefault(district.code(), List.of())))
					.toList());
		model.addAttribute("subjectLength", Submission.SUBJECT_LENGTH);
		model.addAttribute("textLength", Submission.TEXT_LENGTH);
		model.addAttribute("megabytes", this.megabytes);
		model.addAttribute("indexed", false);
		return "complaint/filing/offline";
	}

	/**
	 * Its text changes with the files it keeps, so a browser sees that there are new
	 * ones.
	 */
	@GetMapping("/sw.js")
	ResponseEntity<String> worker() {
		List<String> files = FILES.stream().map(this.addresses.getObject()::getForLookupPath).toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
			.body("const FILES = " + this.json.writeValueAsString(files) + ";\n" + this.script);
	}

	/**
	 * Opens a session, if there is none, as any page with a form does, and says who would
	 * send a draft now.
	 */
	@GetMapping(path = FilingSession.PATH + "/token", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Map<String, String> token(@RequestParam(name = FilingSession.KEY, defaultValue = "") String key,
			HttpServletRequest request) {
		CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		return Map.of("nama", token.getParameterName(), "nilai", token.getToken(), PhoneDraft.WRITER,
				this.mark.of(key));
	}

}
