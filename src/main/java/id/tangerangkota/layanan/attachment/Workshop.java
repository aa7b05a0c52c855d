package id.tangerangkota.layanan.attachment;

import java.util.HexFormat;
import java.util.concurrent.Callable;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import id.tangerangkota.layanan.web.HeavyWork;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes of a file what is kept of it, a few at a time: each takes memory for the file and
 * for its pixels.
 */
@Component
class Workshop implements DisposableBean {

	private static final int MOST_WAITING = 16;

	private final HeavyWork work = new HeavyWork("attachment",
			Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MOST_WAITING);

	private final Darkroom darkroom;

	Workshop(AttachmentSettings settings) {
		this.darkroom = new Darkroom(settings);
	}

	/**
	 * What is kept of a file.
	 *
	 * @param full what is shown
	 * @param thumbnail none for documents
	 * @param tag of what is shown
	 */
	record Piece(AttachmentKind kind, String mediaType, int width, int height, byte[] full, byte @Nullable [] thumbnail,
			String tag, @Nullable PhotoPlace place) {
	}

	/**
	 * Works on a file.
	 * @param documents whether it may be one
	 * @throws RefusedAttachment for what is not taken
	 */
	Piece make(Spool file, boolean documents) {
		return inTurn(() -> make(file.bytes(), documents));
	}

	/** Where a photo was taken. */
	@Nullable PhotoPlace place(Spool file) {
		return inTurn(() -> {
			byte[] bytes = file.bytes();
			FileFormat format = FileFormat.of(bytes);
			return new Found((format == FileFormat.PDF) ? null : PictureFile.of(format, bytes).exif().place());
		}).place();
	}

	private record Found(@Nullable PhotoPlace place) {
	}

	private <T> T inTurn(Callable<T> piece) {
		try {
			return this.work.run(piece);
		}
		catch (IllegalStateException ex) {
			if (ex.getCause() instanceof RefusedAttachment refused) {
				throw refused;
			}
			throw ex;
		}
	}

	Piece make(byte[] file, boolean documents) {
		FileFormat format = FileFormat.of(file);
		if (format == FileFormat.PDF) {
			if (!documents) {
				throw new RefusedAttachment(Reason.DOCUMENT_NOT_ALLOWED);
			}
			if (!FileFormat.isWholePdf(file)) {
				throw new RefusedAttachment(Reason.BROKEN);
			}
			return new Piece(AttachmentKind.DOCUMENT, format.mediaType(), 0, 0, file, null, tag(file), null);
		}
		PictureFile picture = PictureFile.of(format, file);
		Darkroom.Print print = this.darkroom.develop(picture);
		return new Piece(AttachmentKind.PHOTO, print.mediaType(), print.width(), print.height(), print.full(),
				print.thumbnail(), tag(print.full()), picture.exif().place());
	}

	private static String tag(byte[] content) {
		return HexFormat.of().formatHex(Spool.newSha256().digest(content), 0, 16);
	}

	@Override
	public void destroy() {
		this.work.close();
	}

}
