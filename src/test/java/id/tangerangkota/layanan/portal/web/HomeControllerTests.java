package id.tangerangkota.layanan.portal.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.catalog.CatalogTotals;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What the front page offers to tap. */
class HomeControllerTests {

	private static final Locale INDONESIAN = Locale.of("id");

	private final ServiceUsage usage = mock(ServiceUsage.class);

	@Test
	void showsExamplesUntilEnoughHasBeenAsked() {
		assertThat(words("ktp", "akta", "pbb")).containsEntry("asked", List.of())
			.containsEntry("examples", List.of("KTP hilang", "bayar PBB"));
		assertThat(words("ktp", "akta", "pbb", "izin")).containsEntry("asked", List.of("ktp", "akta", "pbb", "izin"))
			.containsEntry("examples", List.of());
	}

	private Map<String, Object> words(String... asked) {
		ServiceCatalog catalog = mock(ServiceCatalog.class);
		given(catalog.totals(null)).willReturn(new CatalogTotals(203, 206));
		AvailabilityReport availability = mock(AvailabilityReport.class);
		given(availability.overview()).willReturn(new Overview(Map.of(), Map.of(), 0, 0, 206));
		given(this.usage.oftenAsked(anyInt())).willReturn(List.of(asked));
		StaticMessageSource messages = new StaticMessageSource();
		messages.setUseCodeAsDefaultMessage(true);
		messages.addMessage("portal.home.examples", INDONESIAN, "KTP hilang|bayar PBB");
		ExtendedModelMap model = new ExtendedModelMap();
		new HomeController(catalog, this.usage, availability, new PageClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
				new Links(URI.create("http://localhost")), messages)
			.home(model, INDONESIAN);
		return model;
	}

}
