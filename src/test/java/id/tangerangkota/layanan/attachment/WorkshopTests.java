package id.tangerangkota.layanan.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import javax.imageio.ImageIO;

import com.sun.management.ThreadMXBean;
import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import id.tangerangkota.layanan.attachment.Workshop.Piece;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** What becomes of files, good and bad ones. */
@Timeout(60)
class WorkshopTests {

	private final Workshop workshop = new Workshop(
			new AttachmentSettings(DataSize.ofMegabytes(10), 40_000_000, 8_000_000));

	@AfterEach
	void close() {
		this.workshop.destroy();
	}

	@Test
	void makesAPhotoAnew() throws IOException {
		Piece piece = make(UploadFiles.jpeg(3000, 1500));
		assertThat(piece.kind()).isEqualTo(AttachmentKind.PHOTO);
		assertThat(piece.mediaType()).isEqualTo("image/jpeg");
		assertThat(List.of(piece.width(), piece.height())).isEqualTo(List.of(2000, 1000));
		BufferedImage full = decoded(piece.full());
		assertThat(List.of(full.getWidth(), full.getHeight())).isEqualTo(List.of(2000, 1000));
		BufferedImage thumbnail = decoded(Objects.requireNonNull(piece.thumbnail()));
		assertThat(List.of(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(List.of(320, 160));
		assertThat(corners(thumbnail)).isEqualTo("RGBW");
	}

	@Test
	void leavesNothingButPixels() {
		byte[] sent = UploadFiles.join(UploadFiles.jpegFromCamera(300, 200, 1),
				UploadFiles.ascii("<script>RAHASIA</script>"));
		assertThat(text(sent)).contains("Exif", "RAHASIA");
		Piece piece = make(sent);
		for (byte[] kept : List.of(piece.full(), Objects.requireNonNull(piece.thumbnail()))) {
			assertThat(text(kept)).doesNotContain("Exif", "RAHASIA", "xmpmeta", "Photoshop", "script");
			assertThat(markers(kept)).isSubsetOf(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
		}
	}

	@Test
	void leavesNothingButPixelsOfOtherFormats() {
		byte[] png = UploadFiles.pngOf(40, 30, 8, 0, UploadFiles.zeros(41 * 30),
				UploadFiles.chunk("tEXt", UploadFiles.ascii("Author\0RAHASIA")),
				UploadFiles.chunk("eXIf", UploadFiles.exif(6, "S", "E")));
		byte[] webp = UploadFiles.webp(40, 30, UploadFiles.riffChunk("EXIF", UploadFiles.exif(6, "S", "E")),
				UploadFiles.riffChunk("XMP ", UploadFiles.ascii("RAHASIA")));
		for (byte[] sent : List.of(png, webp)) {
			Piece piece = make(sent);
			assertThat(text(piece.full())).doesNotContain("Exif", "eXIf", "RAHASIA");
			assertThat(List.of(piece.width(), piece.height())).isEqualTo(List.of(30, 40));
			assertThat(piece.place()).isNotNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB", "9, RGBW" })
	void standsUpright(int orientation, String corners) throws IOException {
		Piece piece = make(UploadFiles.jpegFromCamera(300, 200, orientation));
		boolean turned = orientation >= 5 && orientation <= 8;
		assertThat(List.of(piece.width(), piece.height())).isEqualTo(turned ? List.of(200, 300) : List.of(300, 200));
		assertThat(corners(decoded(piece.full()))).isEqualTo(corners);
		assertThat(corners(decoded(Objects.requireNonNull(piece.thumbnail())))).isEqualTo(corners);
	}

	@Test
	void knowsWhereAPhotoWasTaken() {
		PhotoPlace place = Objects.requireNonNull(make(UploadFiles.jpegFromCamera(30, 20, 1)).place());
		assertThat(place.latitude()).isCloseTo(-6.1701667, within(1e-6));
		assertThat(place.longitude()).isCloseTo(106.64, within(1e-6));
		assertThat(Exif.read(UploadFiles.exif(1, "N", "W"), 0, 170).place())
			.isEqualTo(new PhotoPlace(-place.latitude(), -place.longitude()));
		assertThat(make(UploadFiles.jpeg(30, 20)).place()).isNull();
	}

	@Test
	void keepsASmallDrawingSharp() throws IOException {
		Piece piece = make(UploadFiles.png(300, 200));
		assertThat(piece.mediaType()).isEqualTo("image/png");
		assertThat(corners(decoded(piece.full()))).isEqualTo("RGBW");
		assertThat(make(UploadFiles.png(1600, 1200)).mediaType()).isEqualTo("image/jpeg");
	}

	@Test
	void putsTransparencyOntoWhite() throws IOException {
		Piece piece = make(UploadFiles.encoded(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png"));
		assertThat(corners(decoded(piece.full()))).isEqualTo("WWWW");
	}

	@Test
	void readsWebp() throws IOException {
		Piece piece = make(UploadFiles.webp(2400, 1200));
		assertThat(List.of(piece.width(), piece.height())).isEqualTo(List.of(2000, 1000));
		int orange = decoded(piece.full()).getRGB(1000, 500);
		assertThat(orange >> 16 & 0xff).isCloseTo(250, within(4));
		assertThat(orange >> 8 & 0xff).isCloseTo(140, within(4));
		assertThat(make(UploadFiles.lossyWebp()).width()).isOne();
	}

	/** Forty bytes that the decoder would look at for minutes. */
	@Test
	@Timeout(10)
	void losesNoTimeOverAPictureWithoutData() {
		assertThat(make(UploadFiles.webp(4000, 1900)).width()).isEqualTo(2000);
	}

	@Test
	void keepsADocumentAsItIs() {
		Piece piece = this.workshop.make(UploadFiles.pdf(), true);
		assertThat(piece.kind()).isEqualTo(AttachmentKind.DOCUMENT);
		assertThat(piece.full()).isEqualTo(UploadFiles.pdf());
		assertThat(piece.thumbnail()).isNull();
		assertRefused(UploadFiles.pdf(), Reason.DOCUMENT_NOT_ALLOWED);
		byte[] cut = Arrays.copyOf(UploadFiles.pdf(), 60);
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> this.workshop.make(cut, true))
			.returns(Reason.BROKEN, RefusedAttachment::reason);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertRefused(new byte[0], Reason.EMPTY);
		assertRefused(UploadFiles.heic(), Reason.HEIC);
		assertRefused(UploadFiles.ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
				Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.ascii("<!doctype html><title>x</title>"), Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.ascii("GIF89a"), Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.ascii("PK\u0003\u0004"), Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.join(UploadFiles.ascii("<html>"), UploadFiles.pdf()), Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.ascii("R"), Reason.UNKNOWN_TYPE);
		assertRefused(UploadFiles.encoded(UploadFiles.quarters(10, 10), "bmp"), Reason.UNKNOWN_TYPE);
	}

	/** A picture in front, something else behind or within. */
	@Test
	void keepsThePictureOfAFileThatIsTwo() {
		byte[] page = UploadFiles.ascii("<html><script>RAHASIA</script></html>");
		byte[] comment = UploadFiles.jpeg(60, 40);
		byte[] within = UploadFiles.join(Arrays.copyOf(comment, 2), UploadFiles.segment(0xfe, page),
				Arrays.copyOfRange(comment, 2, comment.length));
		for (byte[] sent : List.of(within, UploadFiles.join(UploadFiles.jpeg(60, 40), page),
				UploadFiles.join(UploadFiles.png(60, 40), page), UploadFiles.join(UploadFiles.webp(60, 40), page),
				UploadFiles.join(UploadFiles.jpeg(60, 40), UploadFiles.pdf()))) {
			assertThat(text(make(sent).full())).doesNotContain("RAHASIA", "html", "%PDF");
		}
	}

	@Test
	void refusesWhatWasCutOff() {
		for (byte[] whole : List.of(UploadFiles.jpeg(600, 400), UploadFiles.png(600, 400), UploadFiles.webp(60, 40))) {
			assertRefused(Arrays.copyOf(whole, whole.length / 2), Reason.BROKEN);
			assertRefused(Arrays.copyOf(whole, whole.length - 1), Reason.BROKEN);
		}
	}

	@Test
	void refusesPixelBombsBeforeDecoding() {
		byte[] wide = UploadFiles.jpeg(60, 40);
		int frame = text(wide).indexOf("\u00ff\u00c0");
		Arrays.fill(wide, frame + 5, frame + 9, (byte) 0xff);
		byte[] bomb = UploadFiles.pngOf(60_000, 60_000, 8, 6, UploadFiles.zeros(1000));
		byte[] lossless = UploadFiles.webp(16_000, 16_000);
		for (byte[] sent : List.of(wide, bomb, lossless)) {
			long before = allocated();
			assertRefused(sent, Reason.TOO_MANY_PIXELS);
			assertThat(allocated() - before).isLessThan(4 << 20);
		}
		assertRefused(UploadFiles.pngOf(-1, 5, 8, 6, UploadFiles.zeros(1000)), Reason.BROKEN);
		assertRefused(UploadFiles.webp(4000, 4000), Reason.TOO_MANY_PIXELS);
	}

	/** Forty megapixels are let in, but not into memory. */
	@Test
	void decodesNoMoreThanItNeeds() {
		byte[] sent = UploadFiles.emptyPng(8000, 5000, 8, 2);
		long before = allocated();
		assertThat(make(sent).width()).isEqualTo(2000);
		assertThat(allocated() - before).isLessThan(100 << 20);
	}

	/** Eight bytes for each pixel, which nobody sees. */
	@Test
	void decodesDeepPicturesWithLess() {
		byte[] sent = UploadFiles.emptyPng(3990, 3990, 16, 6);
		long before = allocated();
		assertThat(make(sent).width()).isEqualTo(1995);
		assertThat(allocated() - before).isLessThan(120 << 20);
	}

	@Test
	void unpacksNothingItDoesNotNeed() {
		byte[] bomb = UploadFiles.zeros(200L << 20);
		byte[] sent = UploadFiles.pngOf(40, 30, 8, 0, UploadFiles.zeros(41 * 30),
				UploadFiles.chunk("zTXt", UploadFiles.join(UploadFiles.ascii("Comment\0\0"), bomb)),
				UploadFiles.chunk("iCCP", UploadFiles.join(UploadFiles.ascii("profile\0\0"), bomb)));
		long before = allocated();
		assertThat(make(sent).width()).isEqualTo(40);
		assertThat(allocated() - before).isLessThan(20 << 20);
	}

	@Test
	void refusesAJpegOfEndlessScans() {
		byte[] jpeg = UploadFiles.jpeg(60, 40);
		int scan = text(jpeg).indexOf("\u00ff\u00da");
		byte[] again = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
		byte[] sent = Arrays.copyOf(jpeg, jpeg.length - 2);
		for (int i = 0; i < 100; i++) {
			sent = UploadFiles.join(sent, again);
		}
		assertRefused(UploadFiles.join(sent, new byte[] { (byte) 0xff, (byte) 0xd9 }), Reason.BROKEN);
	}

	/** Whatever it is, it is taken or refused, and never an accident. */
	@Test
	void bearsAnything() {
		Workshop small = new Workshop(new AttachmentSettings(DataSize.ofMegabytes(1), 300_000, 300_000));
		List<byte[]> seeds = List.of(UploadFiles.jpegFromCamera(64, 48, 6), UploadFiles.jpeg(40, 30),
				UploadFiles.png(48, 32), UploadFiles.emptyPng(20, 20, 16, 6), UploadFiles.lossyWebp(),
				UploadFiles.webp(40, 30, UploadFiles.riffChunk("EXIF", UploadFiles.exif(6, "S", "E"))),
				UploadFiles.pdf(), UploadFiles.heic());
		Random random = new Random(43);
		int taken = 0;
		for (int round = 0; round < 3000; round++) {
			byte[] sent = (round % 10 == 0) ? noise(random, seeds) : mutated(random, seeds);
			try {
				Piece piece = small.make(sent, true);
				assertThat(piece.full()).isNotEmpty();
				taken++;
			}
			catch (RefusedAttachment ex) {
				assertThat(ex.reason()).isNotNull();
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError("Round " + round, ex);
			}
		}
		assertThat(taken).isBetween(100, 2900);
		small.destroy();
	}

	/** Random bytes, behind a right beginning. */
	private static byte[] noise(Random random, List<byte[]> seeds) {
		byte[] bytes = new byte[random.nextInt(2000)];
		random.nextBytes(bytes);
		byte[] seed = seeds.get(random.nextInt(seeds.size()));
		System.arraycopy(seed, 0, bytes, 0, Math.min(bytes.length, random.nextInt(40)));
		return bytes;
	}

	private static byte[] mutated(Random random, List<byte[]> seeds) {
		byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
		int changes = 1 + random.nextInt(6);
		for (int i = 0; i < changes && bytes.length > 1; i++) {
			int at = random.nextInt(bytes.length);
			switch (random.nextInt(5)) {
				case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> bytes[at] = (byte) random.nextInt();
				case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
				case 3 -> bytes = UploadFiles.join(Arrays.copyOf(bytes, at),
						Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
				default -> bytes = (random.nextInt(4) == 0) ? Arrays.copyOf(bytes, at) : bytes;
			}
		}
		return bytes;
	}

	private Piece make(byte[] file) {
		return this.workshop.make(file, false);
	}

	private void assertRefused(byte[] file, Reason reason) {
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> make(file))
			.returns(reason, RefusedAttachment::reason);
	}

	private static BufferedImage decoded(byte[] file) throws IOException {
		return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
	}

	/** Colours near the corners, row by row. */
	private static String corners(BufferedImage picture) {
		StringBuilder corners = new StringBuilder();
		for (int y : new int[] { picture.getHeight() / 8, picture.getHeight() * 7 / 8 }) {
			for (int x : new int[] { picture.getWidth() / 8, picture.getWidth() * 7 / 8 }) {
				int rgb = picture.getRGB(x, y) & 0xc0c0c0;
				corners.append(switch (rgb) {
					case 0xc00000 -> 'R';
					case 0x00c000 -> 'G';
					case 0x0000c0 -> 'B';
					case 0xc0c0c0 -> 'W';
					default -> '?';
				});
			}
		}
		return corners.toString();
	}

	private static List<Integer> markers(byte[] jpeg) {
		int at = 2;
		List<Integer> markers = new ArrayList<>();
		while (markers.isEmpty() || markers.getLast() != 0xda) {
			markers.add(jpeg[at + 1] & 0xff);
			at += 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
		}
		return markers;
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** By this thread; the decoder of JPEG also has memory of its own. */
	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

}
