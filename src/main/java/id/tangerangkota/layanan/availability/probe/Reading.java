package id.tangerangkota.layanan.availability.probe;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.probe.PageRead.Answer;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Keeps what is answered on the way to a page; all of it happens on one lane. */
final class Reading {

	private static final byte[] NOTHING = {};

	private final int bodyLimit;

	private final List<Answer> answers = new ArrayList<>();

	private @Nullable String protocol;

	private byte[] body = NOTHING;

	Reading(int bodyLimit) {
		this.bodyLimit = bodyLimit;
	}

	int bodyLimit() {
		return this.bodyLimit;
	}

	void agreed(String protocol) {
		this.protocol = protocol;
	}

	void answered(WebAddress address, int status, HttpHeaders headers) {
		this.answers.add(new Answer(address, status, headers));
	}

	void read(byte[] body) {
		this.body = body;
	}

	PageRead ended(Result result) {
		return new PageRead(result, List.copyOf(this.answers), this.protocol, this.body);
	}

}
