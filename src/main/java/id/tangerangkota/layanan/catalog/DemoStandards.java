package id.tangerangkota.layanan.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.PageChanges;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes up once what the Standar Pelayanan of most services says. Nobody recorded any
 * yet.
 */
@Component
@Profile(Demo.PROFILE)
class DemoStandards {

	/** One of so many services has none. */
	private static final int NONE = 8;

	/** One of so many is complete; others have what must be published, and some more. */
	private static final int COMPLETE = 3;

	private final DemoHistory history;

	private final JdbcClient jdbc;

	private final PageChanges pages;

	DemoStandards(DemoHistory history, JdbcClient jdbc, PageChanges pages) {
		this.history = history;
		this.jdbc = jdbc;
		this.pages = pages;
	}

	/** Before anybody looks whether sites keep what is promised there. */
	@EventListener
	@Order(5)
	void on(ApplicationReadyEvent event) {
		this.history.once("catalog.standards", this::make);
	}

	private void make(Instant now) {
		Map<StandardComponent, String> examples = examples();
		List<UUID> services = new ArrayList<>();
		List<String> components = new ArrayList<>();
		List<String> contents = new ArrayList<>();
		this.jdbc.sql("select id, slug from catalog.service order by slug").query((row) -> {
			int known = known(new Random(row.getString("slug").hashCode()));
			for (StandardComponent component : List.of(StandardComponent.values()).subList(0, known)) {
				services.add(row.getObject("id", UUID.class));
				components.add(component.name());
				contents.add(examples.getOrDefault(component, ""));
			}
		});
		this.jdbc.sql("""
				insert into catalog.service_standard (service_id, component, content)
				select * from unnest(:services, :components, :contents) on conflict do nothing""")
			.param("services", services.toArray(UUID[]::new))
			.param("components", components.toArray(String[]::new))
			.param("contents", contents.toArray(String[]::new))
			.update();
		this.pages.changed(CatalogDesk.PAGES);
	}

	/** The first of them are those that must be published. */
	private static int known(Random random) {
		int all = StandardComponent.values().length;
		if (random.nextInt(NONE) == 0) {
			return 0;
		}
		int published = StandardComponent.COMPLAINT_HANDLING.ordinal() + 1;
		return (random.nextInt(COMPLETE) == 0) ? all : published + random.nextInt(all - published);
	}

	private static Map<StandardComponent, String> examples() {
		try (InputStream json = new ClassPathResource("data/catalog/demo.json").getInputStream()) {
			return new JsonMapper().readValue(json, new TypeReference<EnumMap<StandardComponent, String>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
