package id.tangerangkota.layanan.notification;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param id the first part of its {@code Message-ID}: the same at every attempt, so that
 * who gets a mail twice can tell
 * @param paragraphs of lines; an address stands on a line of its own
 * @param unsubscribe an absolute address that ends such mails, null where they cannot be
 * ended
 */
record MailText(UUID id, Language language, String subject, List<String> paragraphs, @Nullable String unsubscribe) {
}
