package id.tangerangkota.layanan.web;

import java.util.List;

/** What was asked for is not there: answered with 404 and, if there are any, ways on. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Suggestion> suggestions;

	public NotFound() {
		this(List.of());
	}

	public NotFound(List<Suggestion> suggestions) {
		// Everyday life of a public site: no stack trace.
		super(null, null, false, false);
		this.suggestions = List.copyOf(suggestions);
	}

	public List<Suggestion> suggestions() {
		return this.suggestions;
	}

}
