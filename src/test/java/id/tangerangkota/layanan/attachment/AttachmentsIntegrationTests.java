package id.tangerangkota.layanan.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/** From the upload to the last byte. */
@PortalTest
class AttachmentsIntegrationTests {

	private static final UploadOptions PHOTOS = UploadOptions.photos(5);

	private final AttachmentOwner draft = new AttachmentOwner("test-draft", UUID.randomUUID());

	private final AttachmentOwner owner = new AttachmentOwner("test-case", UUID.randomUUID());

	@Autowired
	private Attachments attachments;

	@Autowired
	private Workshop workshop;

	@Autowired
	private AttachmentStore store;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@BeforeEach
	void start() {
		this.jdbc.sql("delete from attachment.attachment").update();
		this.jdbc.sql("delete from attachment.content").update();
	}

	@Test
	void keepsWhatItIsGiven() throws IOException {
		StoredAttachment stored = store(UploadFiles.jpegFromCamera(300, 200, 6), PHOTOS);
		assertThat(stored.kind()).isEqualTo(AttachmentKind.PHOTO);
		assertThat(List.of(stored.width(), stored.height())).isEqualTo(List.of(200, 300));
		assertThat(stored.place()).isNull();
		assertThat(this.attachments.of(this.draft)).containsExactly(stored);
		AttachmentFile full = this.attachments.open(stored.id(), Rendition.FULL).orElseThrow();
		assertThat(full.owner()).isEqualTo(this.draft);
		assertThat(read(full)).hasSize((int) stored.size());
		AttachmentFile thumbnail = this.attachments.open(stored.id(), Rendition.THUMBNAIL).orElseThrow();
		assertThat(read(thumbnail)).hasSize((int) thumbnail.size());
		assertThat(this.attachments.openOriginal(stored.id())).isEmpty();
		assertThat(new String(this.jdbc.sql("select string_agg(bytes, '') from attachment.content")
			.query((row, number) -> row.getBytes(1))
			.single(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "RAHASIA");
	}

	@Test
	void tellsThePlaceToWhoAsks() {
		StoredAttachment first = store(UploadFiles.jpegFromCamera(30, 20, 1), PHOTOS.tellingPlace());
		assertThat(first.place()).isNotNull();
		StoredAttachment again = store(UploadFiles.jpegFromCamera(30, 20, 1), PHOTOS.tellingPlace());
		assertThat(again).isEqualTo(first);
		assertThat(store(UploadFiles.jpegFromCamera(30, 20, 1), PHOTOS).place()).isNull();
	}

	/** More than one slice, and one that ends with a slice. */
	@Test
	void readsLargeDocuments() throws IOException {
		for (int size : new int[] { 900_001, 2 * (256 << 10) }) {
			byte[] noise = new byte[size - UploadFiles.pdf().length];
			new Random(size).nextBytes(noise);
			byte[] sent = UploadFiles.join(UploadFiles.ascii("%PDF-1.4\n"), noise, UploadFiles.pdf());
			sent = Arrays.copyOfRange(sent, sent.length - size, sent.length);
			System.arraycopy(UploadFiles.ascii("%PDF-"), 0, sent, 0, 5);
			StoredAttachment stored = store(sent, PHOTOS.andDocuments());
			assertThat(stored.mediaType()).isEqualTo("application/pdf");
			AttachmentFile file = this.attachments.open(stored.id(), Rendition.FULL).orElseThrow();
			assertThat(read(file)).isEqualTo(sent);
			assertThat(this.attachments.open(stored.id(), Rendition.THUMBNAIL)).isEmpty();
			try (InputStream content = file.content().get()) {
				content.readNBytes(10);
				this.attachments.remove(this.draft, stored.id());
				assertThatIOException().isThrownBy(content::readAllBytes);
			}
		}
	}

	@Test
	void keepsTheSameFileOnceForAnOwner() throws Exception {
		byte[] sent = UploadFiles.jpeg(300, 200);
		List<AttachmentId> ids = atOnce(4, () -> store(sent, PHOTOS).id());
		assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
		AttachmentId elsewhere = this.attachments.store(this.owner, new ByteArrayInputStream(sent), PHOTOS).id();
		assertThat(elsewhere).isNotEqualTo(ids.getFirst());
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void keepsNoMoreThanTheOwnerMayHave() throws Exception {
		List<String> outcomes = atOnce(5, new Callable<>() {

			private int size = 100;

			@Override
			public String call() {
				int side;
				synchronized (this) {
					side = this.size++;
				}
				try {
					store(UploadFiles.jpeg(side, 50), UploadOptions.photos(2));
					return "kept";
				}
				catch (RefusedAttachment ex) {
					return ex.reason().name();
				}
			}

		});
		assertThat(outcomes).containsExactlyInAnyOrder("kept", "kept", "TOO_MANY", "TOO_MANY", "TOO_MANY");
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void attachesAllOrNone() {
		AttachmentId one = store(UploadFiles.jpeg(30, 20), PHOTOS).id();
		AttachmentId two = store(UploadFiles.jpeg(40, 20), PHOTOS).id();
		AttachmentOwner stranger = new AttachmentOwner("test-draft", UUID.randomUUID());
		assertGone(stranger, List.of(one));
		assertGone(this.draft, List.of(one, new AttachmentId(UUID.randomUUID())));
		assertThat(this.attachments.of(this.draft)).hasSize(2);
		this.attachments.attach(this.draft, List.of(one, two, one), this.owner);
		assertThat(this.attachments.of(this.owner)).extracting(StoredAttachment::id).containsExactly(one, two);
		assertThat(this.attachments.of(this.draft)).isEmpty();
		this.attachments.attach(this.draft, List.of(), this.owner);
	}

	private void assertGone(AttachmentOwner from, Collection<AttachmentId> ids) {
		assertThatExceptionOfType(RefusedAttachment.class)
			.isThrownBy(() -> this.attachments.attach(from, ids, this.owner))
			.returns(Reason.GONE, RefusedAttachment::reason);
	}

	@Test
	void showsSomethingElseAndKeepsWhatItWas() throws IOException {
		byte[] sent = UploadFiles.jpegFromCamera(300, 200, 1);
		StoredAttachment stored = store(sent, PHOTOS);
		AttachmentFile before = this.attachments.open(stored.id(), Rendition.FULL).orElseThrow();
		byte[] original = read(before);
		StoredAttachment redacted = redact(stored.id(), UploadFiles.jpeg(60, 40));
		assertThat(redacted.width()).isEqualTo(60);
		redact(stored.id(), UploadFiles.jpeg(66, 44));
		AttachmentFile after = this.attachments.open(stored.id(), Rendition.FULL).orElseThrow();
		assertThat(after.tag()).isNotEqualTo(before.tag());
		assertThat(read(after)).hasSize((int) after.size());
		assertThat(read(this.attachments.openOriginal(stored.id()).orElseThrow())).isEqualTo(original);
		// Who had it open sees nothing of the old one, and no mixture.
		assertThatIOException().isThrownBy(() -> read(before));
		// Sending the photo again is no way round it.
		assertThat(store(sent, PHOTOS).width()).isEqualTo(66);
	}

	@Test
	void redactsAPhotoByAPhotoOnly() {
		AttachmentId id = store(UploadFiles.jpeg(300, 200), PHOTOS).id();
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> redact(id, UploadFiles.pdf()))
			.returns(Reason.DOCUMENT_NOT_ALLOWED, RefusedAttachment::reason);
		assertThatExceptionOfType(RefusedAttachment.class)
			.isThrownBy(() -> redact(new AttachmentId(UUID.randomUUID()), UploadFiles.jpeg(3, 2)))
			.returns(Reason.GONE, RefusedAttachment::reason);
	}

	@Test
	void removesWhatBelongsToTheOwnerOnly() {
		AttachmentId id = withOriginal();
		this.attachments.remove(this.owner, id);
		assertThat(rows()).isOne();
		this.attachments.remove(this.draft, id);
		assertThat(rows()).isZero();
		withOriginal();
		this.attachments.removeAll(this.draft);
		assertThat(rows()).isZero();
		assertThat(parts()).isZero();
	}

	private AttachmentId withOriginal() {
		AttachmentId id = store(UploadFiles.jpeg(300, 200), PHOTOS).id();
		redact(id, UploadFiles.jpeg(60, 40));
		return id;
	}

	@Test
	void purgesAfterADayWhatNobodyAttached() {
		AttachmentId kept = store(UploadFiles.jpeg(30, 20), PHOTOS).id();
		this.attachments.attach(this.draft, List.of(kept), this.owner);
		store(UploadFiles.jpeg(40, 20), PHOTOS);
		assertThat(later(Duration.ofHours(23)).purge()).isZero();
		assertThat(later(Duration.ofHours(25)).purge()).isOne();
		assertThat(this.attachments.of(this.owner)).extracting(StoredAttachment::id).containsExactly(kept);
		assertThat(parts()).isEqualTo(2);
	}

	@Test
	void keepsWhatHangsOnADraftAsLongAsThatIsInUse() {
		AttachmentId first = store(UploadFiles.jpeg(30, 20), PHOTOS).id();
		this.jdbc.sql("update attachment.attachment set created_at = created_at - interval '1 hour'").update();
		AttachmentId second = store(UploadFiles.jpeg(40, 20), PHOTOS).id();
		later(Duration.ofHours(20)).keep(this.draft);
		assertThat(later(Duration.ofHours(42)).purge()).isZero();
		assertThat(this.attachments.of(this.draft)).extracting(StoredAttachment::id).containsExactly(first, second);
		assertThat(later(Duration.ofHours(45)).purge()).isEqualTo(2);
	}

	@Test
	void isPurgedByAJob(@Autowired @Qualifier("attachmentPurge") RecurringTask<Void> job) {
		store(UploadFiles.jpeg(30, 20), PHOTOS);
		this.jdbc.sql("update attachment.attachment set created_at = timestamptz '2026-01-01 00:00Z'").update();
		run(job);
		assertThat(rows() + parts()).isZero();
	}

	@Test
	void forgetsAfterAYearWhatWasCovered(@Autowired @Qualifier("attachmentPurge") RecurringTask<Void> job)
			throws IOException {
		AttachmentId old = withOriginal();
		AttachmentId young = store(UploadFiles.jpeg(310, 200), PHOTOS).id();
		redact(young, UploadFiles.jpeg(62, 40));
		this.attachments.attach(this.draft, List.of(old, young), this.owner);
		covered(old, Duration.ofDays(367));
		covered(young, Duration.ofDays(364));
		run(job);
		assertThat(this.attachments.openOriginal(old)).isEmpty();
		assertThat(read(this.attachments.openOriginal(young).orElseThrow())).isNotEmpty();
		assertThat(read(this.attachments.open(old, Rendition.FULL).orElseThrow())).isNotEmpty();
		assertThat(parts()).as("each in two sizes, and one original").isEqualTo(5);
		redact(old, UploadFiles.jpeg(50, 30));
		assertThat(this.attachments.openOriginal(old)).as("what was shown until now").isPresent();
	}

	private void covered(AttachmentId id, Duration ago) {
		this.jdbc.sql("update attachment.attachment set redacted_at = ? where id = ?")
			.params(this.clock.instant().minus(ago).atOffset(ZoneOffset.UTC), id.value())
			.update();
	}

	private static void run(RecurringTask<Void> job) {
		job.execute(new TaskInstance<>(job.getName(), RecurringTask.INSTANCE), mock(ExecutionContext.class));
	}

	/** Half of it is written when the disk is full. */
	@Test
	void keepsNothingWhenThereIsNoRoom() throws IOException {
		AttachmentStore full = new FullStore(this.store);
		Attachments portal = new Attachments(settings(), this.workshop, new AttachmentTable(this.jdbc, this.clock),
				full, this.transaction, this.clock);
		assertThatExceptionOfType(RefusedAttachment.class)
			.isThrownBy(() -> portal.store(this.draft, new ByteArrayInputStream(UploadFiles.jpeg(30, 20)), PHOTOS))
			.returns(Reason.NO_ROOM, RefusedAttachment::reason);
		assertThat(rows() + parts()).isZero();
	}

	@Test
	void leavesNoTemporaryFiles() throws IOException {
		long before = temporaryFiles();
		store(UploadFiles.jpeg(30, 20), PHOTOS);
		for (byte[] bad : List.of(UploadFiles.heic(), new byte[0], UploadFiles.pdf())) {
			assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> store(bad, PHOTOS));
		}
		assertThat(temporaryFiles()).isEqualTo(before);
		assertThat(rows()).isOne();
	}

	@Test
	void refusesToWorkInATransaction() {
		assertThatIllegalStateException().isThrownBy(
				() -> this.transaction.executeWithoutResult((status) -> store(UploadFiles.jpeg(30, 20), PHOTOS)));
	}

	private static long temporaryFiles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("attachment-")).count();
		}
	}

	private StoredAttachment store(byte[] file, UploadOptions options) {
		return this.attachments.store(this.draft, new ByteArrayInputStream(file), options);
	}

	private StoredAttachment redact(AttachmentId id, byte[] file) {
		return this.attachments.redact(id, new ByteArrayInputStream(file), () -> {
		});
	}

	private static byte[] read(AttachmentFile file) throws IOException {
		try (InputStream content = file.content().get()) {
			return content.readAllBytes();
		}
	}

	private Attachments later(Duration duration) {
		Clock then = Clock.offset(this.clock, duration);
		return new Attachments(settings(), this.workshop, new AttachmentTable(this.jdbc, then), this.store,
				this.transaction, then);
	}

	private static AttachmentSettings settings() {
		return new AttachmentSettings(DataSize.ofMegabytes(10), 40_000_000, 8_000_000);
	}

	private int rows() {
		return this.jdbc.sql("select count(*) from attachment.attachment").query(Integer.class).single();
	}

	private int parts() {
		return this.jdbc.sql("select count(*) from attachment.content").query(Integer.class).single();
	}

	private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
		try (ExecutorService people = Executors.newFixedThreadPool(times)) {
			List<Callable<T>> all = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				all.add(work);
			}
			List<T> results = new ArrayList<>();
			for (Future<T> result : people.invokeAll(all)) {
				results.add(Objects.requireNonNull(result.get()));
			}
			return results;
		}
	}

	/** Has room for one part. */
	private record FullStore(AttachmentStore store) implements AttachmentStore {

		@Override
		public void put(AttachmentId attachment, Part part, String tag, InputStream content, long size) {
			if (part != Part.FULL) {
				throw new UncategorizedSQLException("put", null,
						new SQLException("could not extend file: No space left on device", "53100"));
			}
			this.store.put(attachment, part, tag, content, size);
		}

		@Override
		public InputStream open(AttachmentId attachment, Part part, String tag) {
			return this.store.open(attachment, part, tag);
		}

		@Override
		public void keepAsOriginal(AttachmentId attachment) {
			this.store.keepAsOriginal(attachment);
		}

		@Override
		public void removeOriginals(Collection<AttachmentId> attachments) {
			this.store.removeOriginals(attachments);
		}

		@Override
		public void remove(Collection<AttachmentId> attachments) {
			this.store.remove(attachments);
		}

	}

}
