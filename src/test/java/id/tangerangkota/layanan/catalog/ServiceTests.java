package id.tangerangkota.layanan.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceTests {

	private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	@Test
	void verifiesTheListingOfThePlatform() {
		Listing web = listing(Platform.WEB, "https://e-ktp.tangerangkota.go.id/");
		Service service = service(Lifecycle.UNKNOWN, web);
		service.verify(Platform.WEB, "Diskominfo", TODAY, NOW);
		assertThat(web).hasFieldOrPropertyWithValue("verification", Verification.VERIFIED)
			.hasFieldOrPropertyWithValue("verifiedBy", "Diskominfo")
			.hasFieldOrPropertyWithValue("verifiedOn", TODAY);
		assertThat(service).hasFieldOrPropertyWithValue("lastReviewed", TODAY)
			.hasFieldOrPropertyWithValue("editedAt", NOW)
			.hasFieldOrPropertyWithValue("sourceHash", "");
		assertThat(events(service)).isEqualTo(List.of(new ServiceAddressChanged(new ServiceId(service.id())),
				new ServiceVerified(new ServiceId(service.id()), Platform.WEB)));
	}

	@Test
	void refusesToVerifyWhatIsNotThere() {
		Service service = service(Lifecycle.ACTIVE, listing(Platform.ANDROID, null));
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> service.verify(Platform.WEB, "Diskominfo", TODAY, NOW))
			.withMessage("e-ktp has no listing on WEB");
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> service.verify(Platform.ANDROID, "Diskominfo", TODAY, NOW))
			.withMessage("e-ktp has no address to verify on ANDROID");
		assertThat(events(service)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "Diskominfo|Dishub", "Dis\nkominfo", "\u0000" })
	void refusesAVerifierThatAFileCouldNotHold(String by) {
		Listing web = listing(Platform.WEB, "https://e-ktp.tangerangkota.go.id/");
		Service service = service(Lifecycle.ACTIVE, web);
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> service.verify(Platform.WEB, by, TODAY, NOW));
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> service.verify(Platform.WEB, "x".repeat(101), TODAY, NOW));
		assertThat(web).hasFieldOrPropertyWithValue("verification", Verification.CITED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETIRED")
	void isReplaced(Lifecycle before) {
		Service service = service(before);
		service.replaceBy("sobat-dukcapil", NOW);
		assertThat(service).hasFieldOrPropertyWithValue("lifecycle", Lifecycle.REPLACED)
			.hasFieldOrPropertyWithValue("replacedBy", "sobat-dukcapil");
		assertThat(events(service)).isEqualTo(List.of(new ServiceChanged(new ServiceId(service.id())),
				new ServiceReplaced(new ServiceId(service.id()), "sobat-dukcapil")));
	}

	@Test
	void isNotReplacedOnceRetired() {
		Service service = service(Lifecycle.RETIRED);
		assertThatExceptionOfType(IllegalServiceChange.class).isThrownBy(() -> service.replaceBy("sobat-dukcapil", NOW))
			.withMessage("e-ktp cannot go from RETIRED to REPLACED");
		assertThat(service).hasFieldOrPropertyWithValue("lifecycle", Lifecycle.RETIRED);
	}

	@Test
	void doesNotReplaceItself() {
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> service(Lifecycle.ACTIVE).replaceBy("e-ktp", NOW))
			.withMessage("e-ktp cannot replace itself");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETIRED")
	void isRetired(Lifecycle before) {
		Service service = service(before);
		ReflectionTestUtils.setField(service, "replacedBy", "sobat-dukcapil");
		service.retire(NOW);
		assertThat(service).hasFieldOrPropertyWithValue("lifecycle", Lifecycle.RETIRED)
			.hasFieldOrPropertyWithValue("replacedBy", "sobat-dukcapil");
		assertThat(events(service)).isEqualTo(List.of(new ServiceRetired(new ServiceId(service.id()))));
	}

	@Test
	void isRetiredOnlyOnce() {
		assertThatExceptionOfType(IllegalServiceChange.class).isThrownBy(() -> service(Lifecycle.RETIRED).retire(NOW))
			.withMessage("e-ktp cannot go from RETIRED to RETIRED");
	}

	private static Collection<?> events(Service service) {
		return Objects.requireNonNull(ReflectionTestUtils.<Collection<?>>invokeMethod(service, "domainEvents"));
	}

	private static Service service(Lifecycle lifecycle, Listing... listings) {
		Service service = new Service();
		ReflectionTestUtils.setField(service, "id", UUID.randomUUID());
		ReflectionTestUtils.setField(service, "slug", "e-ktp");
		ReflectionTestUtils.setField(service, "lifecycle", lifecycle);
		ReflectionTestUtils.setField(service, "sourceHash", "loaded");
		ReflectionTestUtils.setField(service, "listings", Set.of(listings));
		return service;
	}

	private static Listing listing(Platform platform, @Nullable String address) {
		Listing listing = new Listing();
		ReflectionTestUtils.setField(listing, "id", UUID.randomUUID());
		ReflectionTestUtils.setField(listing, "platform", platform);
		ReflectionTestUtils.setField(listing, "address", address);
		ReflectionTestUtils.setField(listing, "verification", Verification.CITED);
		return listing;
	}

}
