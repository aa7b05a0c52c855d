package id.tangerangkota.layanan.quality.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import id.tangerangkota.layanan.availability.SiteVisits;
import org.jspecify.annotations.Nullable;

/** A site of the demo that nobody ever built: it has one page, put together of parts. */
final class MadeUpSite implements SiteVisits {

	/** How much better sites have become in the end, as a part of all they could have. */
	private static final double PROGRESS = 0.12;

	private static final String TEXT = "<p>" + "Contoh halaman sebuah situs kota dalam simulasi. ".repeat(6) + "</p>";

	/** Its address without a scheme, null where there is nothing. */
	private final @Nullable String place;

	private final Map<String, List<String>> headers;

	private final byte[] body;

	private MadeUpSite(@Nullable String place, Map<String, List<String>> headers, byte[] body) {
		this.place = place;
		this.headers = headers;
		this.body = body;
	}

	/**
	 * A part that sites have or lack: either a header or a piece of the page.
	 *
	 * @param share of the sites that have it, from 0 to 1
	 */
	record Part(double share, @Nullable String header, @Nullable String html) {
	}

	/** One that nobody reaches. */
	static MadeUpSite away() {
		return new MadeUpSite(null, Map.of(), new byte[0]);
	}

	/**
	 * One that always looks the same.
	 * @param late from 0, the first time it is looked at, to 1, the last
	 */
	static MadeUpSite of(String address, List<Part> parts, double late) {
		Random chance = new Random(address.hashCode());
		double better = 0.5 * (chance.nextDouble() - 0.5) + PROGRESS * late;
		Map<String, List<String>> headers = new TreeMap<>();
		headers.put("content-type", List.of("text/html; charset=utf-8"));
		StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang='id'><title>Simulasi</title>").append(TEXT);
		for (Part part : parts) {
			if (chance.nextDouble() > part.share() + better) {
				continue;
			}
			if (part.html() != null) {
				page.append(part.html());
			}
			if (part.header() != null) {
				String[] header = part.header().split(": ", 2);
				headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), (name) -> new ArrayList<>()).add(header[1]);
			}
		}
		return new MadeUpSite(place(address), headers, page.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean isSwitchedOn() {
		return true;
	}

	@Override
	public Visit visit(String address) {
		// What it links to is not there: all that counts is on the first page.
		if (!place(address).equals(this.place)) {
			return new Visit(Ending.UNREACHABLE, List.of(), null, new byte[0]);
		}
		String secure = address.replaceFirst("^http:", "https:");
		List<Answer> answers = new ArrayList<>();
		if (!secure.equals(address)) {
			answers.add(new Answer(address, 301, Map.of("location", List.of(secure))));
		}
		answers.add(new Answer(secure, 200, this.headers));
		return new Visit(Ending.ANSWERED, answers, "TLSv1.3", this.body);
	}

	private static String place(String address) {
		return address.replaceFirst("^https?://", "");
	}

}
