package id.tangerangkota.layanan.attachment;

import java.util.UUID;

import org.springframework.util.Assert;

/**
 * What attachments hang on: a draft, a case, an answer. Never a person.
 *
 * @param kind says which module decides who may see them, in small letters and hyphens,
 * such as {@code complaint}
 * @param id among all of that kind
 */
public record AttachmentOwner(String kind, UUID id) {

	public AttachmentOwner {
		Assert.isTrue(kind.matches("[a-z][a-z-]{1,39}"), "An owner's kind is a short word");
	}

}
