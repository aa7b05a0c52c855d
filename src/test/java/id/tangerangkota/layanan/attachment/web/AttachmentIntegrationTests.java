package id.tangerangkota.layanan.attachment.web;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.attachment.AttachmentAccess;
import id.tangerangkota.layanan.attachment.AttachmentFile;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentKind;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.Rendition;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Who gets a file, and what a browser may do with it. */
@PortalTest
class AttachmentIntegrationTests {

	private final AttachmentOwner owner = new AttachmentOwner("test-case", UUID.randomUUID());

	@Autowired
	private Attachments attachments;

	@Autowired
	private WebApplicationContext context;

	private final StaticListableBeanFactory access = new StaticListableBeanFactory();

	private MockMvcTester browser;

	private boolean mayOpen = true;

	private StoredAttachment photo;

	@BeforeEach
	void start() {
		this.access.addBean("access", new AttachmentAccess() {

			@Override
			public String kind() {
				return "test-case";
			}

			@Override
			public boolean mayOpen(AttachmentOwner owner, AttachmentId attachment) {
				return AttachmentIntegrationTests.this.mayOpen;
			}

		});
		this.browser = MockMvcTester
			.of(new AttachmentController(this.attachments, this.access.getBeanProvider(AttachmentAccess.class)));
		this.photo = store(this.owner, UploadFiles.jpeg(300, 200));
	}

	@AfterEach
	void clear() {
		this.attachments.removeAll(this.owner);
	}

	private StoredAttachment store(AttachmentOwner of, byte[] file) {
		return this.attachments.store(of, new ByteArrayInputStream(file), UploadOptions.photos(5).andDocuments());
	}

	private static String address(StoredAttachment attachment) {
		return "/berkas/" + attachment.id();
	}

	@Test
	void showsAPhoto() {
		MvcTestResult answer = this.browser.get().uri(address(this.photo)).exchange();
		assertThat(answer).hasStatusOk()
			.hasContentType("image/jpeg")
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
			.hasHeader("Cache-Control", "no-cache, private")
			.hasHeader("Content-Length", Long.toString(this.photo.size()));
		assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("inline; filename=\"berkas-");
		assertThat(answer.getResponse().getContentAsByteArray()).hasSize((int) this.photo.size());
		assertThat(this.browser.get().uri(address(this.photo) + "/kecil")).hasStatusOk().hasContentType("image/jpeg");
	}

	@Test
	void givesADocumentAsADownloadOnly() {
		StoredAttachment document = store(this.owner, UploadFiles.pdf());
		MvcTestResult answer = this.browser.get().uri(address(document)).exchange();
		assertThat(answer).hasStatusOk().hasContentType("application/pdf");
		assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment; filename=\"berkas-")
			.endsWith(".pdf\"");
		assertNotFound(this.browser.get().uri(address(document) + "/kecil").exchange());
	}

	@Test
	void sendsNothingTwice() {
		String tag = tag();
		MvcTestResult again = this.browser.get().uri(address(this.photo)).header("If-None-Match", tag).exchange();
		assertThat(again).hasStatus(304);
		assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
		this.attachments.redact(this.photo.id(), new ByteArrayInputStream(UploadFiles.jpeg(60, 40)), () -> {
		});
		assertThat(this.browser.get().uri(address(this.photo)).header("If-None-Match", tag)).hasStatusOk();
	}

	private String tag() {
		String tag = this.browser.get().uri(address(this.photo)).exchange().getResponse().getHeader("ETag");
		assertThat(tag).isNotNull();
		return tag;
	}

	@Test
	void isNotThereForWhoMayNotSeeIt() {
		String tag = tag();
		this.mayOpen = false;
		assertNotFound(this.browser.get().uri(address(this.photo)).header("If-None-Match", tag).exchange());
		assertNotFound(this.browser.get().uri(address(this.photo) + "/kecil").exchange());
		assertNotFound(this.browser.get().uri("/berkas/" + UUID.randomUUID()).exchange());
	}

	@Test
	void isNotThereWhereNobodyDecides() {
		AttachmentOwner unknown = new AttachmentOwner("test-nobody", UUID.randomUUID());
		StoredAttachment stored = store(unknown, UploadFiles.jpeg(30, 20));
		assertNotFound(this.browser.get().uri(address(stored)).exchange());
		this.attachments.removeAll(unknown);
		assertThat(MockMvcTester.from(this.context).get().uri(address(this.photo))).hasStatus(404);
	}

	/** Else a browser would wait for the rest of a photo that never comes. */
	@Test
	void saysThatItComesLaterWhileTheStoreIsAway() {
		Attachments away = mock(Attachments.class);
		given(away.open(this.photo.id(), Rendition.FULL)).willReturn(Optional
			.of(new AttachmentFile(this.owner, AttachmentKind.PHOTO, "image/jpeg", this.photo.size(), "a", () -> {
				throw new DataAccessResourceFailureException("away");
			})));
		MockMvcTester caller = MockMvcTester.of(
				List.of(new AttachmentController(away, this.access.getBeanProvider(AttachmentAccess.class))),
				(server) -> server.setControllerAdvice(this.context.getBean("problemAdvice")).build());
		MvcTestResult answer = caller.get().uri(address(this.photo)).accept(MediaType.APPLICATION_JSON).exchange();
		assertThat(answer).hasStatus(503)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("Cache-Control", "no-store")
			.doesNotContainHeader("Content-Disposition")
			.doesNotContainHeader("Content-Security-Policy");
		assertThat(answer.getResponse().getContentLengthLong()).isNotEqualTo(this.photo.size());
	}

	private static void assertNotFound(MvcTestResult answer) {
		assertThat(answer).failure().rootCause().isInstanceOf(NotFound.class);
	}

}
