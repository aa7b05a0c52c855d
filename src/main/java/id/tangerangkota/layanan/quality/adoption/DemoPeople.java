package id.tangerangkota.layanan.quality.adoption;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.survey.CityPopulation;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes up once how many people live in each kelurahan, and says so: about as many
 * together as the city has.
 */
@Component
@Profile(Demo.PROFILE)
class DemoPeople {

	private static final long SEED = 104;

	private static final String SOURCE = "simulasi demo, bukan data penduduk";

	private final DemoHistory history;

	private final PeopleByPlace people;

	private final Regions regions;

	private final CityPopulation city;

	DemoPeople(DemoHistory history, PeopleByPlace people, Regions regions, CityPopulation city) {
		this.history = history;
		this.people = people;
		this.regions = regions;
		this.city = city;
	}

	@EventListener
	void on(ApplicationReadyEvent event) {
		this.history.once("quality.people", this::make);
	}

	private void make(Instant now) {
		List<SubDistrict> places = this.regions.subDistricts();
		long mean = this.city.people().number() / places.size();
		Map<RegionCode, Long> living = new HashMap<>();
		// One for all: those of neighbouring seeds begin alike.
		Random random = new Random(SEED);
		for (SubDistrict place : places) {
			double size = 0.5 + random.nextDouble();
			living.put(place.code(), Math.round(mean * size));
		}
		this.people.replace(new PeopleByPlace.Counted(living, SOURCE, PageClock.day(now).getYear()));
	}

}
