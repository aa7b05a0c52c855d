package id.tangerangkota.layanan.availability.probe;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read.
 *
 * @param answers redirects in their order, then the last answer; none where nothing was
 * answered
 * @param protocol of the last encrypted connection, such as {@code TLSv1.3}; null where
 * there was none
 * @param body of the last answer, or as much of it as was wanted; empty where there was
 * none
 */
public record PageRead(Result result, List<Answer> answers, @Nullable String protocol, byte[] body) {

	/** What one address answered. */
	public record Answer(WebAddress address, int status, HttpHeaders headers) {
	}

}
