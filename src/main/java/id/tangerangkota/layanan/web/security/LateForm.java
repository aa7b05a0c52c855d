package id.tangerangkota.layanan.web.security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.web.Language;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * A form whose token had expired when it came, as it is shown again.
 *
 * @param path where it was sent
 * @param kept everything typed, in the order of the form
 * @param secrets what must be typed anew
 * @param files whether files came with it, which no page can hold
 */
record LateForm(String path, List<Field> kept, List<SecretField> secrets, boolean files) {

	/** Holds the form while the page is made. */
	static final String ATTRIBUTE = LateForm.class.getName();

	private static final int MOST_VALUES = 300;

	private static final int MOST_CHARACTERS = 64 * 1024;

	/** Only such paths are written into the page. */
	private static final Pattern PLAIN_PATH = Pattern.compile("/(?!/)[a-zA-Z0-9._~/-]*+");

	private static final Set<String> NOT_TYPED = Set.of(FormTokens.PARAMETER, Language.PARAMETER);

	/** What somebody typed or chose. */
	record Field(String name, String value) {
	}

	/** Null where it cannot be shown again. */
	static @Nullable LateForm of(HttpServletRequest request, Map<String, SecretField> known) {
		String path = request.getRequestURI();
		if (!request.getMethod().equals("POST") || !isForm(request) || !PLAIN_PATH.matcher(path).matches()) {
			return null;
		}
		List<Field> kept = new ArrayList<>();
		List<SecretField> secrets = new ArrayList<>();
		int characters = 0;
		for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
			String name = parameter.getKey();
			SecretField secret = known.get(name);
			if (secret != null || SecretField.isNamedLikeAPassword(name)) {
				secrets.add((secret != null) ? secret : SecretField.password(name));
			}
			else if (!NOT_TYPED.contains(name)) {
				for (String value : parameter.getValue()) {
					kept.add(new Field(name, value));
					characters += name.length() + value.length();
				}
			}
		}
		return (kept.size() + secrets.size() <= MOST_VALUES && characters <= MOST_CHARACTERS)
				? new LateForm(path, List.copyOf(kept), List.copyOf(secrets), hasFiles(request)) : null;
	}

	private static boolean isForm(HttpServletRequest request) {
		return isOf(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE) || isMultipart(request);
	}

	private static boolean isMultipart(HttpServletRequest request) {
		return isOf(request, MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	private static boolean isOf(HttpServletRequest request, String type) {
		return request.getContentType() != null && request.getContentType().startsWith(type);
	}

	/** A form that may bring files, but was sent without one, names an empty one. */
	private static boolean hasFiles(HttpServletRequest request) {
		try {
			return isMultipart(request) && request.getParts()
				.stream()
				.anyMatch((part) -> StringUtils.hasLength(part.getSubmittedFileName()));
		}
		catch (IOException | ServletException | IllegalStateException ex) {
			// They were too large, or came only in part.
			return true;
		}
	}

}
