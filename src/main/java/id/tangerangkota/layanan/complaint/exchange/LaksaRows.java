package id.tangerangkota.layanan.complaint.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Takeover.OldCase;
import id.tangerangkota.layanan.complaint.casework.Takeover.Stage;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Makes cases of rows, or says what is wrong with them. */
@Component
class LaksaRows {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final Map<String, ComplaintKind> KINDS = Map.of("pengaduan", ComplaintKind.COMPLAINT, "aspirasi",
			ComplaintKind.ASPIRATION, "informasi", ComplaintKind.INFORMATION);

	private static final Map<String, Stage> STAGES = Map.of("menunggu", Stage.WAITING, "proses", Stage.IN_PROCESS,
			"selesai", Stage.DONE, "ditolak", Stage.REJECTED);

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	LaksaRows(ComplaintCategories categories, ServiceCatalog catalog, Regions regions) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
	}

	/** All rows of a file; problems are added to those of the file. */
	List<OldCase> cases(LaksaFile file) {
		Set<String> agencies = this.catalog.agencies().stream().map(Agency::code).collect(Collectors.toSet());
		Set<String> subDistricts = this.regions.subDistricts()
			.stream()
			.map(SubDistrict::code)
			.map(RegionCode::value)
			.collect(Collectors.toSet());
		List<OldCase> cases = new ArrayList<>();
		Map<String, Long> numbers = new HashMap<>();
		file.rows().forEach((line, row) -> {
			Reading reading = new Reading(line, row, file.problems());
			reading.requireFirst("number", numbers);
			@Nullable OldCase made = make(reading, agencies, subDistricts);
			if (made != null) {
				cases.add(made);
			}
		});
		return cases;
	}

	private @Nullable OldCase make(Reading row, Set<String> agencies, Set<String> subDistricts) {
		String number = row.text("number", 1, 60);
		Instant received = row.time("received_at");
		ComplaintKind kind = row.choice("kind", KINDS);
		Stage stage = row.choice("status", STAGES);
		String subject = row.text("subject", 1, Submission.SUBJECT_LENGTH);
		String text = row.text("text", 1, Submission.TEXT_LENGTH);
		@Nullable ComplaintCategory category = this.categories.find(row.value("category")).orElse(null);
		row.require(category != null, "category", "is no category");
		String agency = row.value("agency");
		row.require(agency.isEmpty() || agencies.contains(agency), "agency", "is no agency of the catalogue");
		row.require(!agency.isEmpty() || (stage != Stage.DONE && stage != Stage.IN_PROCESS), "agency",
				"is needed for what was worked on");
		String subDistrict = row.value("sub_district");
		row.require(subDistrict.isEmpty() || subDistricts.contains(subDistrict), "sub_district",
				"is no code of a kelurahan");
		@Nullable Instant finished = row.value("finished_at").isEmpty() ? null : row.time("finished_at");
		row.require(finished == null || received == null || !finished.isBefore(received), "finished_at",
				"is before it was received");
		if (row.isWrong() || received == null || kind == null || stage == null || category == null) {
			return null;
		}
		String address = row.value("address");
		@Nullable ComplaintPlace place = (subDistrict.isEmpty() && CleanText.line(address).isEmpty()) ? null
				: new ComplaintPlace(subDistrict.isEmpty() ? null : new RegionCode(subDistrict), address, null, null);
		String answer = row.value("answer");
		return new OldCase(number, received, kind, category, subject, text, place,
				agency.isEmpty() ? null : new AgencyId(agency), stage, finished, answer.isEmpty() ? null : answer);
	}

	/** A row being read, with the problems found in it. */
	private static final class Reading {

		private final long line;

		private final Map<String, String> row;

		private final List<FileProblem> problems;

		private boolean wrong;

		Reading(long line, Map<String, String> row, List<FileProblem> problems) {
			this.line = line;
			this.row = row;
			this.problems = problems;
		}

		boolean isWrong() {
			return this.wrong;
		}

		String value(String column) {
			return this.row.getOrDefault(column, "");
		}

		void require(boolean right, String column, String problem) {
			if (!right) {
				this.wrong = true;
				this.problems.add(new FileProblem(this.line, column, problem));
			}
		}

		/** One of two would be lost. */
		void requireFirst(String column, Map<String, Long> lines) {
			String text = CleanText.of(value(column));
			@Nullable Long first = text.isEmpty() ? null : lines.putIfAbsent(text, this.line);
			require(first == null, column, "stands in line " + first + " too");
		}

		String text(String column, int shortest, int longest) {
			String text = CleanText.of(value(column));
			require(text.length() >= shortest && text.length() <= longest, column,
					"has not %d to %d characters".formatted(shortest, longest));
			return text;
		}

		<T> @Nullable T choice(String column, Map<String, T> choices) {
			@Nullable T found = choices.get(value(column).toLowerCase(Locale.ROOT));
			require(found != null, column, "is none of " + choices.keySet().stream().sorted().toList());
			return found;
		}

		/** A day or a time of day in Jakarta. */
		@Nullable Instant time(String column) {
			String text = value(column).replace(' ', 'T');
			try {
				return ((text.length() <= 10) ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text))
					.atZone(ZONE)
					.toInstant();
			}
			catch (DateTimeException ex) {
				require(false, column, "is no time such as 2025-03-17 09:30");
				return null;
			}
		}

	}

}
