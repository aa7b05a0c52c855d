package id.tangerangkota.layanan.complaint;

import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What somebody hands in. Whoever makes one has checked it and can tell people what is
 * wrong; here it is refused. Subject and text are {@linkplain CleanText cleaned}.
 *
 * @param key chosen by who hands it in; the same key again is the same complaint
 * @param category code of one of {@link ComplaintCategories}
 * @param service what it is about, null when it is about a place
 * @param place where it is, null when it is about a service
 * @param subject one line, 5 to 100 characters
 * @param text 10 to 5,000 characters
 * @param anonymous whether nobody but the coordinator, with a second person, may learn
 * who reports
 * @param confidential whether only the staff concerned may read it
 * @param formal whether it is a formal request under the law on public information (UU
 * 14/2008)
 * @param attachments what the photos hang on so far, null without any
 * @param visitor who hands it in, as precisely as visitors are told apart; it is not
 * stored
 */
public record Submission(UUID key, Channel channel, ComplaintKind kind, String category, @Nullable ServiceId service,
		@Nullable ComplaintPlace place, String subject, String text, boolean anonymous, boolean confidential,
		boolean formal, Reporter reporter, @Nullable AttachmentOwner attachments, @Nullable String visitor) {

	/** Longest subject, in characters. */
	public static final int SUBJECT_LENGTH = 100;

	/** Longest text, in characters. */
	public static final int TEXT_LENGTH = 5000;

	public Submission {
		subject = CleanText.line(subject);
		text = CleanText.of(text);
		Assert.isTrue(!subject.isBlank() && subject.length() <= SUBJECT_LENGTH, "A subject is a line");
		Assert.isTrue(!text.isBlank() && text.length() <= TEXT_LENGTH, "A text is short enough to be read");
		Assert.isTrue(!formal || kind == ComplaintKind.INFORMATION, "Only information is formally asked for");
	}

	/** The same, but nobody is written to about it. */
	public Submission withoutEmail() {
		return new Submission(this.key, this.channel, this.kind, this.category, this.service, this.place, this.subject,
				this.text, this.anonymous, this.confidential, this.formal, this.reporter.withoutEmail(),
				this.attachments, this.visitor);
	}

	/** Nothing of what was written. */
	@Override
	public String toString() {
		return "Submission[" + this.channel + ", " + this.kind + ", " + this.category + "]";
	}

}
