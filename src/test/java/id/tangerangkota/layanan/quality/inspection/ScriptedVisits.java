package id.tangerangkota.layanan.quality.inspection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import id.tangerangkota.layanan.availability.SiteVisits;

/** Visits that ask nobody: tests say what would have been answered. */
final class ScriptedVisits implements SiteVisits {

	private final Map<String, Visit> answers = new LinkedHashMap<>();

	private final List<String> asked = new ArrayList<>();

	/** A page, with headers as {@code name: value}. */
	ScriptedVisits page(String address, String html, String... headers) {
		return on(address, new Visit(Ending.ANSWERED, List.of(answer(address, 200, html(headers))), protocol(address),
				html.getBytes(StandardCharsets.UTF_8)));
	}

	ScriptedVisits page(String address, byte[] body, String... headers) {
		return on(address, new Visit(Ending.ANSWERED, List.of(answer(address, 200, headers)), protocol(address), body));
	}

	ScriptedVisits redirect(String from, String to) {
		Visit there = visitOf(to);
		List<Answer> answers = new ArrayList<>(List.of(answer(from, 301, "Location: " + to)));
		answers.addAll(there.answers());
		return on(from, new Visit(there.ending(), answers, there.protocol(), there.body()));
	}

	ScriptedVisits fails(String address, Ending ending) {
		return fails(address, ending, null);
	}

	ScriptedVisits fails(String address, Ending ending, String protocol) {
		return on(address, new Visit(ending, List.of(), protocol, new byte[0]));
	}

	ScriptedVisits on(String address, Visit visit) {
		this.answers.put(address, visit);
		return this;
	}

	List<String> asked() {
		return this.asked;
	}

	@Override
	public boolean isSwitchedOn() {
		return true;
	}

	@Override
	public Visit visit(String address) {
		this.asked.add(address);
		return visitOf(address);
	}

	private Visit visitOf(String address) {
		return this.answers.getOrDefault(address, new Visit(Ending.UNREACHABLE, List.of(), null, new byte[0]));
	}

	private static String protocol(String address) {
		return address.startsWith("https") ? "TLSv1.3" : null;
	}

	private static String[] html(String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: text/html; charset=utf-8");
		return all.toArray(String[]::new);
	}

	private static Answer answer(String address, int status, String... headers) {
		Map<String, List<String>> byName = new TreeMap<>();
		for (String header : headers) {
			String[] parts = header.split(": ", 2);
			byName.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), (name) -> new ArrayList<>()).add(parts[1]);
		}
		return new Answer(address, status, byName);
	}

	static byte[] bytes(String text, String charset) {
		return text.getBytes(Charset.forName(charset));
	}

}
