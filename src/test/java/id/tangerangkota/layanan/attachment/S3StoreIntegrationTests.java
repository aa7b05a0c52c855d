package id.tangerangkota.layanan.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Attachments in an object store: what the database promises holds here too. */
@SpringBootTest(
		properties = { "layanan.attachment.store=s3", "db-scheduler.enabled=false", "spring.application.name=s3" })
class S3StoreIntegrationTests {

	private static final String SECRET = "rahasia/penyimpanan+7";

	private static final FakeS3 s3 = new FakeS3("portal", SECRET);

	@TempDir
	private static Path directory;

	private final AttachmentOwner draft = new AttachmentOwner("test-draft", UUID.randomUUID());

	@Autowired
	private Attachments attachments;

	@Autowired
	private S3Store store;

	@Autowired
	private AttachmentTable table;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@DynamicPropertySource
	static void objectStore(DynamicPropertyRegistry properties) throws IOException {
		Path access = Files.writeString(directory.resolve("access"), "portal\n");
		Path secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");
		properties.add("layanan.attachment.s3.endpoint", s3::endpoint);
		properties.add("layanan.attachment.s3.bucket", () -> FakeS3.BUCKET);
		properties.add("layanan.attachment.s3.access-key-file", access::toString);
		properties.add("layanan.attachment.s3.secret-key-file", secret::toString);
	}

	@AfterAll
	static void close() {
		s3.close();
	}

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from attachment.attachment").update();
		this.jdbc.sql("delete from attachment.loose").update();
		s3.objects.clear();
		s3.away = false;
	}

	private StoredAttachment store(byte[] file) {
		return this.attachments.store(this.draft, new ByteArrayInputStream(file), UploadOptions.photos(2));
	}

	private byte[] read(AttachmentId id, Rendition rendition) throws IOException {
		try (InputStream content = this.attachments.open(id, rendition).orElseThrow().content().get()) {
			return content.readAllBytes();
		}
	}

	private void sweepIn(Duration time) {
		new S3Store(client(SECRET), this.table, this.jdbc, this.transaction, Clock.offset(this.clock, time)).sweep();
	}

	private S3Client client(String secret) {
		try {
			Path access = Files.writeString(directory.resolve("access"), "portal");
			Path file = Files.writeString(directory.resolve("secret-" + secret.hashCode()), secret);
			return new S3Client(new S3Settings(URI.create(s3.endpoint()), FakeS3.BUCKET, "us-east-1", access, file,
					true, Duration.ofSeconds(5)), this.clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void keepsAndShowsAPhoto() throws IOException {
		byte[] photo = UploadFiles.jpegFromCamera(800, 600, 1);
		StoredAttachment stored = store(photo);
		assertThat(s3.objects).hasSize(2);
		assertThat(s3.objects.keySet()).allMatch((key) -> key.startsWith(stored.id() + "/"));
		assertThat(this.jdbc.sql("select count(*) from attachment.content").query(Long.class).single()).isZero();
		assertThat(read(stored.id(), Rendition.FULL)).hasSize((int) stored.size());
		assertThat(read(stored.id(), Rendition.THUMBNAIL)).isNotEmpty();
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).as("what rows know of stays").hasSize(2);
		assertThat(loose()).isZero();
	}

	@Test
	void showsAnotherPhotoInItsPlaceAndSweepsWhatWasBetween() throws IOException {
		StoredAttachment stored = store(UploadFiles.jpeg(800, 600));
		byte[] before = read(stored.id(), Rendition.FULL);
		this.attachments.redact(stored.id(), new ByteArrayInputStream(UploadFiles.jpeg(400, 300)), () -> {
		});
		assertThat(read(stored.id(), Rendition.FULL)).isNotEqualTo(before);
		assertThat(s3.objects).hasSize(4);
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).as("shown, small, and what was shown before").hasSize(3);
		try (InputStream original = this.attachments.openOriginal(stored.id()).orElseThrow().content().get()) {
			assertThat(original.readAllBytes()).isEqualTo(before);
		}
		assertThat(read(stored.id(), Rendition.THUMBNAIL)).isNotEmpty();
	}

	@Test
	void forgetsAfterAYearWhatWasCovered() throws IOException {
		StoredAttachment stored = store(UploadFiles.jpeg(800, 600));
		this.attachments.redact(stored.id(), new ByteArrayInputStream(UploadFiles.jpeg(400, 300)), () -> {
		});
		this.attachments.attach(this.draft, List.of(stored.id()), new AttachmentOwner("test-case", UUID.randomUUID()));
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).hasSize(3);
		this.jdbc.sql("update attachment.attachment set redacted_at = ?")
			.param(this.clock.instant().minus(Duration.ofDays(367)).atOffset(ZoneOffset.UTC))
			.update();
		this.attachments.purge();
		assertThat(this.attachments.openOriginal(stored.id())).isEmpty();
		this.store.sweep();
		assertThat(s3.objects).as("another one may be staged at this moment").hasSize(3);
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).hasSize(2);
		assertThat(read(stored.id(), Rendition.FULL)).isNotEmpty();
		assertThat(read(stored.id(), Rendition.THUMBNAIL)).isNotEmpty();
	}

	@Test
	void leavesNothingOfATransactionThatFailed() {
		store(UploadFiles.jpeg(100, 80));
		store(UploadFiles.jpeg(100, 81));
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> store(UploadFiles.jpeg(100, 82)))
			.extracting(RefusedAttachment::reason)
			.isEqualTo(Reason.TOO_MANY);
		assertThat(s3.objects).as("staged before it failed").hasSize(6);
		sweepIn(Duration.ofMinutes(50));
		assertThat(s3.objects).as("it may still come about").hasSize(6);
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).hasSize(4);
	}

	@Test
	void removesNothingBeforeTheTransactionIsThrough() {
		StoredAttachment stored = store(UploadFiles.jpeg(100, 80));
		this.transaction.executeWithoutResult((status) -> {
			this.attachments.remove(this.draft, stored.id());
			status.setRollbackOnly();
		});
		sweepIn(Duration.ofHours(2));
		assertThat(s3.objects).hasSize(2);
		this.attachments.remove(this.draft, stored.id());
		s3.away = true;
		this.store.sweep();
		assertThat(loose()).as("the store is away").isOne();
		s3.away = false;
		sweepIn(Duration.ofHours(1));
		assertThat(s3.objects).isEmpty();
		assertThat(loose()).isZero();
	}

	@Test
	void isNotAvailableWhileTheStoreIsAway() {
		StoredAttachment photo = store(UploadFiles.jpeg(100, 80));
		AttachmentFile file = this.attachments.open(photo.id(), Rendition.FULL).orElseThrow();
		s3.away = true;
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> file.content().get());
		s3.away = false;
	}

	@Test
	void saysThatThereIsNoRoomWhileTheStoreIsAway() {
		s3.away = true;
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> store(UploadFiles.jpeg(100, 80)))
			.extracting(RefusedAttachment::reason)
			.isEqualTo(Reason.NO_ROOM);
		assertThat(this.attachments.of(this.draft)).isEmpty();
	}

	@Test
	void isRefusedWithAnotherKey() throws IOException {
		client(SECRET).put("uji/satu", new byte[] { 1, 2, 3 });
		assertThat(client(SECRET).list("uji/")).isEqualTo(List.of("uji/satu"));
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> client("tebakan").put("uji/dua", new byte[] { 4 }))
			.withMessageContaining("403");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> client("tebakan").list("uji/"));
		assertThat(s3.objects).containsOnlyKeys("uji/satu");
	}

	private long loose() {
		return this.jdbc.sql("select count(*) from attachment.loose").query(Long.class).single();
	}

}
