package id.tangerangkota.layanan.complaint.filing;

import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has filled in so far. What was not answered yet is null.
 *
 * @param key names the draft and makes sure that it becomes one complaint, however often
 * it is sent
 * @param channel the form of the portal, or the counter
 * @param place null also where the question was left open
 * @param photosAnswered whether somebody went on from the photos
 * @param similarSeen whether somebody went on from similar reports
 */
public record Draft(UUID key, Channel channel, @Nullable ComplaintKind kind, @Nullable Concern concern,
		@Nullable String category, @Nullable ComplaintPlace place, @Nullable Words words, boolean photosAnswered,
		@Nullable Person person, boolean similarSeen) {

	/** Of {@link AttachmentOwner}: what photos hang on until the draft is sent. */
	public static final String ATTACHMENTS = "complaint-draft";

	/** What a report is about. */
	public enum About {

		/** A service of the catalogue. */
		SERVICE,
		/** A place in the city. */
		PLACE,
		/** Neither. */
		OTHER

	}

	/**
	 * What it is about.
	 *
	 * @param service null unless it is about one
	 * @param stateSeen whether somebody went on from the service's state
	 */
	public record Concern(About about, @Nullable ServiceId service, boolean stateSeen) {
	}

	/**
	 * What somebody wrote.
	 *
	 * @param formal whether it is a formal request under the law on public information
	 */
	public record Words(String subject, String text, boolean formal) {

		/** Nothing of it. */
		@Override
		public String toString() {
			return "Words";
		}

	}

	/**
	 * Who reports, and who may know.
	 *
	 * @param name where an officer files it
	 * @param phone where an officer files it
	 */
	public record Person(boolean anonymous, boolean confidential, @Nullable String name, @Nullable String email,
			@Nullable String phone) {

		/** Nothing of it. */
		@Override
		public String toString() {
			return "Person";
		}

	}

	public static Draft begin(UUID key, Channel channel) {
		return new Draft(key, channel, null, null, null, null, null, false, null, false);
	}

	public AttachmentOwner attachments() {
		return new AttachmentOwner(ATTACHMENTS, this.key);
	}

	/** Another kind has other categories. */
	public Draft withKind(ComplaintKind now) {
		boolean same = now == this.kind;
		return new Draft(this.key, this.channel, now, this.concern, same ? this.category : null, this.place, this.words,
				this.photosAnswered, this.person, this.similarSeen && same);
	}

	/** A service has no place, and its state wants to be seen. */
	public Draft withConcern(Concern now) {
		boolean same = this.concern != null && now.about() == this.concern.about();
		return new Draft(this.key, this.channel, this.kind, now, this.category, same ? this.place : null, this.words,
				this.photosAnswered, this.person, false);
	}

	public Draft withCategory(String now) {
		return new Draft(this.key, this.channel, this.kind, this.concern, now, this.place, this.words,
				this.photosAnswered, this.person, false);
	}

	public Draft withPlace(ComplaintPlace now) {
		return new Draft(this.key, this.channel, this.kind, this.concern, this.category, now, this.words,
				this.photosAnswered, this.person, false);
	}

	public Draft withWords(Words now) {
		return new Draft(this.key, this.channel, this.kind, this.concern, this.category, this.place, now,
				this.photosAnswered, this.person, false);
	}

	public Draft afterPhotos() {
		return new Draft(this.key, this.channel, this.kind, this.concern, this.category, this.place, this.words, true,
				this.person, this.similarSeen);
	}

	public Draft withPerson(Person now) {
		return new Draft(this.key, this.channel, this.kind, this.concern, this.category, this.place, this.words,
				this.photosAnswered, now, this.similarSeen);
	}

	public Draft afterSimilar() {
		return new Draft(this.key, this.channel, this.kind, this.concern, this.category, this.place, this.words,
				this.photosAnswered, this.person, true);
	}

	/** Nothing of what was typed. */
	@Override
	public String toString() {
		return "Draft[" + this.channel + ", " + this.kind + ", " + this.category + "]";
	}

}
