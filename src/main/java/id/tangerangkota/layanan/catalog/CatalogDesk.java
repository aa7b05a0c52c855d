package id.tangerangkota.layanan.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BiConsumer;

import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Where the people who keep the catalogue decide about its services. */
@org.springframework.stereotype.Service
@Transactional
public class CatalogDesk {

	/** The tag of all pages that show the catalogue. */
	public static final String PAGES = "catalog";

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final ServiceRepository services;

	private final JdbcClient jdbc;

	private final PageChanges pages;

	private final Clock clock;

	CatalogDesk(ServiceRepository services, JdbcClient jdbc, PageChanges pages, Clock clock) {
		this.services = services;
		this.jdbc = jdbc;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Records that somebody opened the address of a listing today and vouches for it.
	 * @param by who, as the public may read it: an office or a role
	 * @throws IllegalServiceChange if there is no such service, listing or address
	 */
	public void verify(String slug, Platform platform, String by) {
		change(slug, (service, now) -> service.verify(platform, by, LocalDate.ofInstant(now, ZONE), now));
	}

	/**
	 * Records that another service does this one's work.
	 * @throws IllegalServiceChange if one of them is not there, or it is retired
	 */
	public void replace(String slug, String bySlug) {
		if (this.services.findBySlug(bySlug).isEmpty()) {
			throw new IllegalServiceChange(bySlug, "is not in the catalogue");
		}
		change(slug, (service, now) -> service.replaceBy(bySlug, now));
	}

	/**
	 * Records that a service is closed for good.
	 * @throws IllegalServiceChange if it is not there or retired already
	 */
	public void retire(String slug) {
		change(slug, Service::retire);
	}

	private void change(String slug, BiConsumer<Service, Instant> verb) {
		Service service = this.services.findBySlug(slug)
			.orElseThrow(() -> new IllegalServiceChange(slug, "is not in the catalogue"));
		verb.accept(service, this.clock.instant());
		this.services.saveAndFlush(service);
		this.jdbc.sql("call catalog.refresh_services(?)").param(new UUID[] { service.id() }).update();
		this.pages.changed(PAGES);
	}

}
