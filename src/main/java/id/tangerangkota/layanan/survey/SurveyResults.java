package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What people say. All of it follows from sums of days, so that any time is exactly the
 * sum of its days. An answer counts from the day on which ten people had answered about
 * the same service, so that no difference of two results tells of fewer; answers of the
 * last minute may be missing.
 */
public interface SurveyResults {

	/** The tag of kept pages that show results. */
	String PAGES = "survey-results";

	/**
	 * The versions of an instrument with any answers in that time, the newest first;
	 * without items and without parts of the answers.
	 */
	List<InstrumentFigures> figures(Scope scope, Days days, Instrument instrument);

	/**
	 * As {@link #figures}, with items and parts of the answers. Ten people answer
	 * together, but neither the same items nor in the same part: so the caller shows this
	 * of quarters that are over alone, which neither change nor overlap. Of one quarter,
	 * nothing can be subtracted from what is told here of services, agencies and the city
	 * that would tell of fewer than ten.
	 */
	List<InstrumentFigures> detailed(Scope scope, Days days, Instrument instrument);

	/**
	 * The dimensions of an instrument for all services with answers, by one query; of
	 * each by the version that most people answered, for two are never mixed.
	 */
	Map<ServiceId, Opinion> byService(Days days, Instrument instrument);

	/**
	 * Answers to all questionnaires together, with those that wait for others and without
	 * those nobody has decided about.
	 *
	 * @param since the first day with any, null when there is none
	 */
	record Answered(@Nullable LocalDate since, Map<ServiceId, Long> byService) {
	}

	/** How many answered. */
	Answered answered(Days days);

	/** Of what time everybody may read opinions today. */
	OpinionYear opinionYear(LocalDate today);

	/** As {@link #byService}, for all agencies with answers, by code. */
	Map<String, Opinion> byAgency(Days days, Instrument instrument);

	/**
	 * The dimensions by month, of months with answers, each as {@link #byService}. The
	 * first and the last count only the days that are asked for.
	 */
	Map<YearMonth, Opinion> byMonth(Scope scope, Days days, Instrument instrument);

	/** As {@link #byMonth}, by the Mondays on which weeks begin. */
	Map<LocalDate, Opinion> byWeek(Scope scope, Days days, Instrument instrument);

	/**
	 * The satisfaction survey, by the version that most people answered; nothing when
	 * nobody did.
	 */
	Optional<SkmResult> skm(Scope scope, Days days);

	/** As {@link #skm}, for all agencies with answers, by code. */
	Map<String, SkmResult> skmByAgency(Days days);

	/** As {@link #skm}, for all services with answers. */
	Map<ServiceId, SkmResult> skmByService(Days days);

	/**
	 * What people wrote, the newest first; the caller makes sure that only staff read it.
	 * @param page from 1
	 */
	List<SurveyRemark> remarks(Scope scope, Days days, int page, int size);

	/** How many remarks there are. */
	long countRemarks(Scope scope, Days days);

	/** What is done about the weakest parts in a period, by due date. */
	List<FollowUp> followUps(SkmPeriod period);

}
