package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.evidence.Evidence.Watched;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Collects the numbers of the modules, as they publish them, and the counts, by another
 * way where there is one. A number nobody can know is left out, with its counts.
 */
@Component
class EvidenceCollector {

	static final String CITY = "kota";

	private static final String RESPONSE_TIME = "response-time";

	/** Complaints no agency has yet. */
	private static final String NOBODY = "belum-ada-perangkat-daerah";

	private final ServiceCatalog catalog;

	private final AvailabilityReport availability;

	private final ComplaintStatistics complaints;

	private final SurveyResults survey;

	private final Scorecard scorecard;

	private final List<Indicator> indicators;

	private final MessageSource messages;

	EvidenceCollector(ServiceCatalog catalog, AvailabilityReport availability, ComplaintStatistics complaints,
			SurveyResults survey, Scorecard scorecard, List<Indicator> indicators, MessageSource messages) {
		this.catalog = catalog;
		this.availability = availability;
		this.complaints = complaints;
		this.survey = survey;
		this.scorecard = scorecard;
		this.messages = messages;
		this.indicators = indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
	}

	/** What was found so far. */
	private record Found(List<Published> published, List<Count> counts, Map<String, String> names) {

		void count(String figure, String subject, String part, long numerator, long denominator) {
			this.counts.add(new Count(figure, subject, part, numerator, denominator));
		}

		void publish(String figure, String subject, Rule rule, String value) {
			this.published.add(new Published(figure, subject, rule, value));
		}

	}

	Evidence collect(EvidencePeriod period, Period days) {
		Found found = new Found(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
		found.names()
			.put(NOBODY, this.messages.getMessage("passport-evidence.nobody", null, Language.INDONESIAN.locale()));
		this.catalog.agencies().forEach((agency) -> found.names().put(agency.code(), agency.name()));
		SkmResult skm = this.survey.skm(Scope.city(), days(days)).orElse(null);
		if (skm != null) {
			satisfaction("skm", CITY, skm, found);
			parts(skm, found);
		}
		opinions(days, found);
		new TreeMap<>(this.survey.skmByAgency(days(days)))
			.forEach((code, result) -> satisfaction("skm", code, result, found));
		satisfactionByService(days, found);
		services(days, found);
		complaints(days, found);
		indicators(days, found);
		times(days, found);
		List<FollowUp> followUps = (period.part() != null) ? this.survey.followUps(period.part()) : List.of();
		followUps(followUps, found);
		return new Evidence(period, days, found.published(), found.counts(), found.names(), watched(found), skm,
				followUps);
	}

	private static Days days(Period days) {
		return new Days(days.from(), days.to());
	}

	/** What people say otherwise: the one question, and each dimension of E-S-QUAL. */
	private void opinions(Period days, Found found) {
		for (Figure figure : figures(Instrument.SHORT, days)) {
			opinion("kepuasan", CITY, figure, found);
		}
		for (Figure figure : figures(Instrument.ESQUAL, days)) {
			found.names()
				.put(figure.code(), this.messages.getMessage("survey.dimension." + figure.code(), null,
						Language.INDONESIAN.locale()));
			opinion("esqual", figure.code(), figure, found);
		}
	}

	private List<Figure> figures(Instrument instrument, Period days) {
		return InstrumentFigures.mostAnswered(this.survey.figures(Scope.city(), days(days), instrument))
			.stream()
			.flatMap((figures) -> figures.dimensions().stream())
			.map(DimensionFigure::figure)
			.toList();
	}

	private static void opinion(String name, String subject, Figure figure, Found found) {
		Estimate estimate = figure.estimate();
		if (estimate == null) {
			return;
		}
		for (int place = 0; place < figure.distribution().size(); place++) {
			long many = figure.distribution().get(place);
			found.count(name, subject, "nilai-" + (place + 1), (place + 1) * many, many);
		}
		found.publish(name, subject, Rule.MEAN,
				BigDecimal.valueOf(estimate.mean()).setScale(3, RoundingMode.HALF_UP).toPlainString());
	}

	/** Of actions about the weakest parts, those that are done. */
	private static void followUps(List<FollowUp> actions, Found found) {
		if (actions.isEmpty()) {
			return;
		}
		Map<String, List<FollowUp>> byAgency = new TreeMap<>(actions.stream()
			.collect(Collectors.groupingBy((action) -> (action.agency() != null) ? action.agency() : CITY)));
		byAgency.forEach((agency, own) -> found.count("tindak-lanjut", CITY, agency,
				own.stream().filter(FollowUp::isDone).count(), own.size()));
		found.publish("tindak-lanjut", CITY, Rule.SHARE,
				share(actions.stream().filter(FollowUp::isDone).count(), actions.size()));
	}

	/**
	 * The counts are how often each value was given, so that no sum is taken on trust.
	 */
	private static void satisfaction(String figure, String subject, SkmResult result, Found found) {
		BigDecimal value = result.value();
		found.count(figure + "-responden", subject, "orang", result.respondents(), 1);
		found.publish(figure + "-responden", subject, Rule.SUM, Long.toString(result.respondents()));
		if (value != null) {
			result.parts().forEach((part) -> given(figure, subject, part, found));
			found.publish(figure, subject, Rule.SKM, value.toPlainString());
		}
	}

	private static void given(String figure, String subject, SkmResult.Part part, Found found) {
		for (int place = 0; place < part.distribution().size(); place++) {
			found.counts().add(Count.given(figure, subject, part.code(), place + 1, part.distribution().get(place)));
		}
	}

	private void parts(SkmResult result, Found found) {
		for (SkmResult.Part part : result.parts()) {
			String name = part.code() + " " + part.text();
			found.names().put(part.code(), name);
			for (int place = 0; place < part.distribution().size(); place++) {
				found.names()
					.put(Count.value(part.code(), place + 1), this.messages.getMessage("passport-evidence.given",
							new Object[] { name, place + 1 }, Language.INDONESIAN.locale()));
			}
			if (part.mean() != null) {
				given("skm-unsur", part.code(), part, found);
				found.publish("skm-unsur", part.code(), Rule.MEAN, part.mean().toPlainString());
			}
		}
	}

	/** Services have figures of their own: some are called as the agency they are of. */
	private void satisfactionByService(Period days, Found found) {
		Map<ServiceId, SkmResult> results = this.survey.skmByService(days(days));
		this.catalog.summaries(results.keySet())
			.stream()
			.sorted(Comparator.comparing(ServiceSummary::slug))
			.forEach((service) -> {
				found.names().putIfAbsent(service.slug(), service.name());
				satisfaction("skm-layanan", service.slug(), Objects.requireNonNull(results.get(service.id())), found);
			});
	}

	/** What nobody verified is shown by itself and stays out of the city's number. */
	private void services(Period days, Found found) {
		Instant from = PageClock.start(days.from());
		Instant to = PageClock.start(days.to().plusDays(1));
		List<ServiceSummary> services = this.catalog.summaries(this.catalog.owners().keySet())
			.stream()
			.sorted(Comparator.comparing(ServiceSummary::slug))
			.toList();
		List<ServiceId> ids = services.stream().map(ServiceSummary::id).toList();
		Map<ServiceId, Uptime> uptimes = this.availability.uptimes(ids, from, to);
		Map<ServiceId, List<Outage>> outages = this.availability.outages(ids, from, to);
		Uptime city = Uptime.NONE;
		long begun = 0;
		for (ServiceSummary service : services) {
			Uptime uptime = uptimes.getOrDefault(service.id(), Uptime.NONE);
			if (uptime.counted().isZero()) {
				continue;
			}
			String slug = service.slug();
			found.names().put(slug, service.name());
			found.count("nyala", slug, slug, micros(uptime, true), micros(uptime, false));
			found.publish("nyala", slug, Rule.SHARE_DOWN, uptime.percent(2).orElse(BigDecimal.ZERO).toPlainString());
			if (service.verification() == Verification.VERIFIED) {
				long own = outages.getOrDefault(service.id(), List.of())
					.stream()
					.filter((outage) -> !outage.start().isBefore(from))
					.count();
				found.count("gangguan", CITY, slug, own, 1);
				begun += own;
				city = city.plus(uptime);
				found.count("nyala", CITY, slug, micros(uptime, true), micros(uptime, false));
			}
		}
		city.percent(2).ifPresent((percent) -> found.publish("nyala", CITY, Rule.SHARE_DOWN, percent.toPlainString()));
		if (found.counts().stream().anyMatch((count) -> count.figure().equals("gangguan"))) {
			found.publish("gangguan", CITY, Rule.SUM, Long.toString(begun));
		}
	}

	/** Of how many services the numbers are. */
	private Watched watched(Found found) {
		long measured = found.published().stream().filter((one) -> one.figure().equals("nyala")).count();
		long verified = found.counts()
			.stream()
			.filter((one) -> one.figure().equals("nyala") && one.subject().equals(CITY))
			.count();
		return new Watched((verified > 0) ? measured - 1 : measured, verified, this.catalog.totals(null).services());
	}

	/** Microseconds: the finest the database keeps. */
	private static long micros(Uptime uptime, boolean up) {
		return (up ? uptime.up().plus(uptime.degraded()) : uptime.counted()).toNanos() / 1000;
	}

	/** Where each complaint is now; what moved within the city counts once. */
	private void complaints(Period days, Found found) {
		AgencyCount city = this.complaints.city(days.from(), days.to());
		if (city.received() == 0) {
			return;
		}
		for (AgencyCount one : this.complaints.byAgency(days.from(), days.to())) {
			AgencyId agency = one.agency();
			String code = (agency != null) ? agency.code() : NOBODY;
			found.count("laporan", CITY, code, one.received() + one.transferredIn() - one.transferredOut(), 1);
			found.count("laporan-tepat-waktu", CITY, code, one.inTime(), one.resolved());
			if (one.resolved() > 0) {
				found.count("laporan-tepat-waktu", code, code, one.inTime(), one.resolved());
				found.publish("laporan-tepat-waktu", code, Rule.SHARE, share(one.inTime(), one.resolved()));
			}
		}
		found.publish("laporan", CITY, Rule.SUM, Long.toString(city.received()));
		if (city.resolved() > 0) {
			found.publish("laporan-tepat-waktu", CITY, Rule.SHARE, share(city.inTime(), city.resolved()));
		}
		else {
			found.counts()
				.removeIf((count) -> count.figure().equals("laporan-tepat-waktu") && count.subject().equals(CITY));
		}
	}

	/** Shares of the city, by the sums of months and days, and day by day. */
	private void indicators(Period days, Found found) {
		Map<String, Measured> measured = new HashMap<>();
		this.scorecard.card(Subject.CITY, days).indicators().forEach((one) -> measured.put(one.indicator(), one));
		for (Indicator indicator : this.indicators) {
			Measured one = measured.get(indicator.id());
			if (indicator.unit() != Unit.SHARE || one == null || one.sum().isEmpty()) {
				continue;
			}
			String figure = "indikator-" + indicator.id();
			this.scorecard.days(indicator.id(), Subject.CITY, days)
				.stream()
				.filter((day) -> !day.sum().isEmpty())
				.forEach((day) -> found.count(figure, CITY, day.day().toString(), day.sum().numerator(),
						day.sum().denominator()));
			found.publish(figure, CITY, Rule.SHARE, share(one.sum().numerator(), one.sum().denominator()));
		}
	}

	/** What three of four answers to checks took at most, of verified addresses. */
	private void times(Period days, Found found) {
		this.scorecard.card(Subject.CITY, days)
			.indicators()
			.stream()
			.filter((one) -> one.indicator().equals(RESPONSE_TIME) && one.value() != null)
			.findFirst()
			.ifPresent((one) -> {
				List<Integer> ends = AvailabilityFigures.TIME_ENDS;
				long[] classes = Objects.requireNonNull(one.sum().classes(), "Times have classes");
				for (int place = 0; place < classes.length; place++) {
					int end = ends.get(Math.min(place, ends.size() - 1));
					found.count("tanggapan", CITY, ((place < ends.size()) ? "sampai-" : "lebih-dari-") + end, end,
							classes[place]);
				}
				found.publish("tanggapan", CITY, Rule.THREE_OF_FOUR,
						BigDecimal.valueOf(Objects.requireNonNull(one.value()))
							.setScale(0, RoundingMode.HALF_UP)
							.toPlainString());
			});
	}

	private static String share(long numerator, long denominator) {
		return Rule.SHARE.apply(List.of(new Count("", "", "", numerator, denominator))).orElseThrow();
	}

}
