package id.tangerangkota.layanan.catalog.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.Links;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the catalogue in the words of CPSV-AP 3.2.0, the European vocabulary for public
 * services, as JSON-LD. Only what is known stands there; an address that is only guessed
 * does not. The profile demands a competent authority: where nobody knows the agency, it
 * is the city itself.
 */
@Component
public class CpsvApExport {

	/** Where it is published; names that only occur in it begin with this. */
	public static final String PATH = "/api/v1/cpsv-ap.jsonld";

	private static final String CITY = "36.71";

	private static final String INDONESIAN = "http://publications.europa.eu/resource/authority/language/IND";

	/** The profile wants regions of organisations to be of this class. */
	private static final String REGION_CLASS = "http://data.europa.eu/88u/dataset/atu-type";

	private static final int ROWS_AT_ONCE = 500;

	private static final String SERVICES = """
			select s.slug, s.name, s.description, s.description_en, s.keywords, s.lifecycle, s.region_code,
				s.life_events_all, a.code as agency, l.platforms, l.addresses
			from catalog.service s left join catalog.agency a on a.id = s.agency_id
			cross join lateral (
				select array_agg(platform order by platform) as platforms,
					array_agg(case when verification <> 'INFERRED' then address end order by platform) as addresses
				from catalog.listing where service_id = s.id) l
			order by s.slug
			""";

	private final JdbcClient jdbc;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final Links links;

	private final MessageSource messages;

	private final JsonMapper json = new JsonMapper();

	private final Map<String, Object> context;

	CpsvApExport(JdbcClient jdbc, ServiceCatalog catalog, Regions regions, Links links, MessageSource messages) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.regions = regions;
		this.links = links;
		this.messages = messages;
		this.context = context(this.json);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> context(JsonMapper json) {
		try (InputStream in = new ClassPathResource("data/catalog/cpsv-ap-context.json").getInputStream()) {
			return json.readValue(in, Map.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the context of CPSV-AP", ex);
		}
	}

	/** Writes all of it, service by service, whatever their number. */
	@Transactional(readOnly = true)
	public void write(OutputStream out) {
		try (JsonGenerator to = this.json.createGenerator(out)) {
			to.writeStartObject();
			to.writePOJOProperty("@context", this.context);
			to.writeArrayPropertyStart("@graph");
			writeRegions(to);
			writeOrganisations(to);
			writeLifeEvents(to);
			writeStates(to);
			to.writePOJO(node(INDONESIAN, "dct:LinguisticSystem"));
			this.jdbc.sql(SERVICES).withFetchSize(ROWS_AT_ONCE).query((row) -> {
				to.writePOJO(service(row));
			});
			to.writeEndArray();
			to.writeEndObject();
		}
	}

	private void writeRegions(JsonGenerator to) {
		to.writePOJO(region(CITY, "Kota Tangerang"));
		for (District district : this.regions.districts()) {
			to.writePOJO(region(district.code().value(), district.name()));
			this.regions.subDistricts(district.code())
				.forEach((subDistrict) -> to.writePOJO(region(subDistrict.code().value(), subDistrict.name())));
		}
	}

	private Map<String, Object> region(String code, String name) {
		Map<String, Object> region = node(local("region-" + code), List.of("dct:Location", REGION_CLASS));
		region.put("dct:identifier", code);
		region.put("skos:prefLabel", Map.of("id", name));
		return region;
	}

	private void writeOrganisations(JsonGenerator to) {
		to.writePOJO(organisation(local("city"), CITY, text("catalog.cpsv-ap.city"), CITY));
		for (Agency agency : this.catalog.agencies()) {
			to.writePOJO(organisation(organisation(agency.code()), agency.code(), texts(agency.name(), agency.nameEn()),
					regionCode(agency.regionCode())));
		}
	}

	private Map<String, Object> organisation(String id, String identifier, Map<String, String> name, String region) {
		Map<String, Object> organisation = node(id, "cv:PublicOrganisation");
		organisation.put("dct:identifier", identifier);
		organisation.put("dct:title", name);
		organisation.put("skos:prefLabel", name);
		organisation.put("dct:spatial", local("region-" + region));
		return organisation;
	}

	private void writeLifeEvents(JsonGenerator to) {
		for (LifeEvent event : LifeEvent.values()) {
			Map<String, Object> node = node(lifeEvent(event.name()), List.of("cv:Event", "cv:LifeEvent"));
			node.put("dct:identifier", event.name());
			node.put("dct:title", text("catalog.life-event." + event));
			to.writePOJO(node);
		}
	}

	private void writeStates(JsonGenerator to) {
		for (Lifecycle lifecycle : Lifecycle.values()) {
			Map<String, Object> node = node(state(lifecycle.name()), "skos:Concept");
			node.put("skos:prefLabel", text("catalog.lifecycle." + lifecycle));
			to.writePOJO(node);
		}
	}

	private Map<String, Object> service(ResultSet row) throws SQLException {
		String slug = row.getString("slug");
		String agency = row.getString("agency");
		List<String> keywords = strings(row, "keywords");
		List<String> events = strings(row, "life_events_all").stream().map(this::lifeEvent).toList();
		List<Map<String, Object>> channels = channels(slug, strings(row, "platforms"), strings(row, "addresses"));
		Map<String, Object> service = node(page(slug), "cpsv:PublicService");
		service.put("dct:identifier", slug);
		service.put("dct:title", Map.of("id", row.getString("name")));
		service.put("dct:description", texts(row.getString("description"), row.getString("description_en")));
		service.put("dct:language", INDONESIAN);
		service.put("adms:status", state(row.getString("lifecycle")));
		service.put("dct:spatial", local("region-" + regionCode(row.getString("region_code"))));
		service.put("cv:hasCompetentAuthority", (agency != null) ? organisation(agency) : local("city"));
		if (!keywords.isEmpty()) {
			service.put("dcat:keyword", keywords);
		}
		if (!events.isEmpty()) {
			service.put("cv:isGroupedBy", events);
		}
		if (!channels.isEmpty()) {
			service.put("cv:hasChannel", channels);
		}
		return service;
	}

	private List<Map<String, Object>> channels(String slug, List<String> platforms, List<String> addresses) {
		List<Map<String, Object>> channels = new ArrayList<>();
		for (int n = 0; n < platforms.size(); n++) {
			String platform = platforms.get(n).toLowerCase(Locale.ROOT);
			String address = addresses.get(n);
			Map<String, Object> channel = node(page(slug) + "#" + platform, "cv:Channel");
			channel.put("dct:identifier", slug + "/" + platform);
			if (address != null) {
				channel.put("foaf:homepage", address);
			}
			channels.add(channel);
		}
		return channels;
	}

	private static Map<String, Object> node(String id, Object type) {
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("id", id);
		node.put("type", type);
		return node;
	}

	private Map<String, String> text(String code) {
		return texts(this.messages.getMessage(code, null, Locale.of("id")),
				this.messages.getMessage(code, null, Locale.ENGLISH));
	}

	private static Map<String, String> texts(String indonesian, @Nullable String english) {
		return (english != null) ? Map.of("id", indonesian, "en", english) : Map.of("id", indonesian);
	}

	private static List<String> strings(ResultSet row, String column) throws SQLException {
		return (row.getArray(column) != null) ? Arrays.asList((String[]) row.getArray(column).getArray()) : List.of();
	}

	private static String regionCode(@Nullable String code) {
		return (code != null) ? code : CITY;
	}

	private String page(String slug) {
		return this.links.absolute("/layanan/" + slug);
	}

	private String organisation(String code) {
		return this.links.absolute("/perangkat-daerah/" + code);
	}

	private String lifeEvent(String name) {
		return local("event-" + name.toLowerCase(Locale.ROOT));
	}

	private String state(String name) {
		return local("status-" + name.toLowerCase(Locale.ROOT));
	}

	private String local(String name) {
		return this.links.absolute(PATH + "#" + name);
	}

}
