package id.tangerangkota.layanan.complaint.web.open;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.InvalidParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of complaints, for programs. */
@RestController
@Tag(name = "Complaints")
class ComplaintStatisticsApiController {

	static final String PATH = ComplaintApiController.PATH + "/statistics";

	private static final int USUAL_DAYS = 30;

	private static final int MOST_YEARS = 10;

	private final ComplaintStatistics statistics;

	private final OpenWords words;

	private final Demo demo;

	ComplaintStatisticsApiController(ComplaintStatistics statistics, OpenWords words, Demo demo) {
		this.statistics = statistics;
		this.words = words;
		this.demo = demo;
	}

	/**
	 * Numbers of complaints by the day they were received.
	 *
	 * @param demo whether they are made up
	 * @param from first day (Asia/Jakarta)
	 * @param to last day
	 * @param city reports of people; those of all agencies and those about conduct
	 * together
	 * @param conduct reports about the conduct of officials, which count for no agency
	 * @param portal cases the portal itself opened for outages, which are no part of the
	 * others
	 */
	record StatisticsView(boolean demo, LocalDate from, LocalDate to, CountView city, CountView conduct,
			CountView portal, List<CountView> agencies) {
	}

	/**
	 * Complaints are counted also where not everybody may see them. received +
	 * transferredIn = open + closed + rejected + merged + referred + transferredOut.
	 *
	 * @param agency null for the whole city, conduct, the portal, and those no agency has
	 * yet
	 * @param unconfirmed of the closed ones, those nobody confirmed
	 * @param overdue of the open ones
	 * @param inTime of the resolved ones
	 * @param medianDays calendar days from receipt to solution
	 * @param ratingSum null where fewer than ten rated
	 * @param judged whose reporters said whether it was really solved
	 * @param reallySolved of the judged ones; null where these are fewer than ten
	 */
	record CountView(@Nullable String agency, long received, long transferredIn, long open, long closed,
			long unconfirmed, long rejected, long merged, long referred, long transferredOut, long overdue,
			long resolved, long inTime, @Nullable Double medianDays, long reopened, long ratings,
			@Nullable Long ratingSum, long judged, @Nullable Long reallySolved) {

		static CountView of(AgencyCount count) {
			AgencyId agency = count.agency();
			return new CountView((agency != null) ? agency.code() : null, count.received(), count.transferredIn(),
					count.open(), count.closed(), count.unconfirmed(), count.rejected(), count.merged(),
					count.referred(), count.transferredOut(), count.overdue(), count.resolved(), count.inTime(),
					count.medianDays(), count.reopened(), count.ratings(), count.isRated() ? count.ratingSum() : null,
					count.judged(), count.isJudged() ? count.reallySolved() : null);
		}

	}

	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getComplaintStatistics", summary = "What became of complaints, city and agencies")
	@Parameter(name = "from", in = ParameterIn.QUERY, description = "First day of receipt; 30 days ago if absent",
			schema = @Schema(type = "string", format = "date"))
	@Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day of receipt; today if absent",
			schema = @Schema(type = "string", format = "date"))
	ResponseEntity<StatisticsView> statistics(
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		ApiParameters parameters = new ApiParameters(sent, Set.of("from", "to"));
		LocalDate given = ApiFilters.day(parameters, "to");
		LocalDate to = (given != null) ? given : this.words.today();
		LocalDate first = ApiFilters.day(parameters, "from");
		LocalDate from = (first != null) ? first : to.minusDays(USUAL_DAYS - 1);
		if (from.isAfter(to)) {
			throw new InvalidParameter("from", "The first day must not be after the last.");
		}
		if (from.plusYears(MOST_YEARS).isBefore(to)) {
			throw new InvalidParameter("from", "At most " + MOST_YEARS + " years can be asked for at once.");
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.body(new StatisticsView(this.demo.on(), from, to, CountView.of(this.statistics.city(from, to)),
					CountView.of(this.statistics.conduct(from, to)), CountView.of(this.statistics.portal(from, to)),
					this.statistics.byAgency(from, to).stream().map(CountView::of).toList()));
	}

}
