package id.tangerangkota.layanan.web.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** Tells the reader of an old page how old it is. */
class StaleNotice {

	/** Where the layout has room for it. */
	private static final byte[] MARK = "<!--stale-notice-->".getBytes(StandardCharsets.US_ASCII);

	private final MessageSource messages;

	private final PageClock clock;

	StaleNotice(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** The page with the notice; as it is where there is no room, as in JSON. */
	byte[] addTo(KeptPage page) {
		byte[] body = page.identity().body();
		int mark = indexOfMark(body);
		if (mark < 0) {
			return body;
		}
		byte[] notice = html(page).getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream spliced = new ByteArrayOutputStream(body.length + notice.length);
		spliced.write(body, 0, mark);
		spliced.writeBytes(notice);
		int rest = mark + MARK.length;
		spliced.write(body, rest, body.length - rest);
		return spliced.toByteArray();
	}

	private String html(KeptPage page) {
		Language language = page.language();
		String text = this.messages.getMessage("web.stale", new Object[] { this.clock.format(page.made(), language) },
				language.locale());
		return "<div class=\"stale-notice\" role=\"status\"><p>" + HtmlUtils.htmlEscape(text) + "</p></div>";
	}

	private static int indexOfMark(byte[] body) {
		for (int i = 0; i <= body.length - MARK.length; i++) {
			if (body[i] == MARK[0] && matches(body, i)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean matches(byte[] body, int start) {
		for (int i = 1; i < MARK.length; i++) {
			if (body[start + i] != MARK[i]) {
				return false;
			}
		}
		return true;
	}

}
