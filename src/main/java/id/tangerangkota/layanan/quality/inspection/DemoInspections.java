package id.tangerangkota.layanan.quality.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes up once what the weekly inspections of the last quarter saw. */
@Component
@Profile(Demo.PROFILE)
class DemoInspections {

	private static final Logger log = LoggerFactory.getLogger(DemoInspections.class);

	private static final int WEEKS = 13;

	/** So often nobody answers. */
	private static final double AWAY = 0.04;

	private final DemoHistory history;

	private final Sites sites;

	private final Promises promises;

	private final InspectionStore store;

	DemoInspections(DemoHistory history, Sites sites, Promises promises, InspectionStore store) {
		this.history = history;
		this.sites = sites;
		this.promises = promises;
		this.store = store;
	}

	/** Before anything is counted. */
	@EventListener
	@Order(10)
	void on(ApplicationReadyEvent event) {
		this.history.meanwhile("quality.inspections", this::make);
	}

	private void make(Instant now) {
		List<MadeUpSite.Part> parts = parts();
		LocalDate current = WeeklyInspection.week(now);
		List<Site> all = this.sites.all()
			.keySet()
			.stream()
			.sorted()
			.flatMap((slug) -> this.sites.site(slug).stream())
			.toList();
		for (int back = WEEKS; back >= 0; back--) {
			LocalDate week = current.minusWeeks(back);
			for (Site site : all) {
				Instant turn = WeeklyInspection.turn(site.service(), week);
				if (turn.isBefore(now)) {
					inspect(site, week, turn, parts, (double) (WEEKS - back) / WEEKS);
				}
			}
		}
		log.info("Made up inspections of {} sites", all.size());
	}

	private void inspect(Site site, LocalDate week, Instant turn, List<MadeUpSite.Part> parts, double late) {
		boolean away = new Random(site.address().hashCode() + week.toEpochDay()).nextDouble() < AWAY;
		MadeUpSite answers = away ? MadeUpSite.away() : MadeUpSite.of(site.address(), parts, late);
		new SiteInspector(answers, this.promises).inspect(site)
			.ifPresent((inspection) -> this.store.keep(site.service(), week, turn, inspection));
	}

	private static List<MadeUpSite.Part> parts() {
		try (InputStream json = new ClassPathResource("data/quality/demo.json").getInputStream()) {
			return new JsonMapper().readValue(json, new TypeReference<List<MadeUpSite.Part>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
