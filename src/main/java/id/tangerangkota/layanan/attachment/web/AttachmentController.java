package id.tangerangkota.layanan.attachment.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.attachment.AttachmentAccess;
import id.tangerangkota.layanan.attachment.AttachmentFile;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentKind;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.Rendition;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Hands out attachments to whom the owner's module lets see them. Nobody else learns that
 * they are there. What is handed out can do nothing in a browser, even if it were a page.
 */
@Controller
class AttachmentController {

	private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

	private final Attachments attachments;

	private final Map<String, AttachmentAccess> access;

	AttachmentController(Attachments attachments, ObjectProvider<AttachmentAccess> access) {
		this.attachments = attachments;
		this.access = access.stream().collect(Collectors.toMap(AttachmentAccess::kind, Function.identity()));
	}

	@GetMapping("/berkas/{id}")
	void full(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
		write(new AttachmentId(id), Rendition.FULL, request, response);
	}

	@GetMapping("/berkas/{id}/kecil")
	void thumbnail(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
		write(new AttachmentId(id), Rendition.THUMBNAIL, request, response);
	}

	private void write(AttachmentId id, Rendition rendition, ServletWebRequest request, HttpServletResponse response)
			throws IOException {
		AttachmentFile file = this.attachments.open(id, rendition)
			.filter((found) -> mayOpen(found, id))
			.orElseThrow(NotFound::new);
		// Asked for each time: what may be seen today may be redacted tomorrow.
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
		if (request.checkNotModified("\"" + file.tag() + "-" + rendition.ordinal() + "\"")) {
			lock(response);
			return;
		}
		// Opened first: where that fails, the page that says so is none of a photo's
		// size.
		try (InputStream content = (request.getHttpMethod() != HttpMethod.HEAD) ? file.content().get()
				: InputStream.nullInputStream()) {
			lock(response);
			response.setContentType(file.mediaType());
			response.setContentLengthLong(file.size());
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file, id));
			content.transferTo(response.getOutputStream());
		}
	}

	private static void lock(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", SANDBOX);
		response.setHeader("X-Content-Type-Options", "nosniff");
	}

	private boolean mayOpen(AttachmentFile file, AttachmentId id) {
		@Nullable AttachmentAccess decides = this.access.get(file.owner().kind());
		return decides != null && decides.mayOpen(file.owner(), id);
	}

	private static String disposition(AttachmentFile file, AttachmentId id) {
		String ending = file.mediaType().substring(file.mediaType().indexOf('/') + 1).replace("jpeg", "jpg");
		ContentDisposition.Builder disposition = (file.kind() == AttachmentKind.DOCUMENT)
				? ContentDisposition.attachment() : ContentDisposition.inline();
		return disposition.filename("berkas-" + id.toString().substring(0, 8) + "." + ending).build().toString();
	}

}
