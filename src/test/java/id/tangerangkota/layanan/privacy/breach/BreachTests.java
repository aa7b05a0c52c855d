package id.tangerangkota.layanan.privacy.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.privacy.PrivacyAct;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BreachTests {

	private static final Instant NOTICED = Instant.parse("2026-11-22T20:00:00Z");

	private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

	private final AccountId officer = AccountId.random();

	@Test
	void goesOnlyThisWay() {
		String graph = Arrays.stream(BreachState.values())
			.map((state) -> state + " -> " + state.next())
			.collect(Collectors.joining("\n"));
		assertThat(graph).isEqualTo("""
				OPEN -> [NOTIFIED, DISMISSED]
				NOTIFIED -> [CLOSED]
				CLOSED -> []
				DISMISSED -> []""");
	}

	/** Whoever records it late has so much less time. */
	@Test
	void countsFromWhenItWasNoticed() {
		assertThat(recorded().dueAt()).isEqualTo(NOTICED.plus(Duration.ofHours(72)));
	}

	@Test
	void isToldOfOnceBothHaveTheirNotice() {
		Breach breach = recorded();
		tell(breach, Recipient.PUBLIC);
		tell(breach, Recipient.PEOPLE);
		tell(breach, Recipient.PEOPLE);
		assertThat(breach.state()).isEqualTo(BreachState.OPEN);
		tell(breach, Recipient.AGENCY);
		assertThat(breach.state()).isEqualTo(BreachState.NOTIFIED);
		tell(breach, Recipient.PEOPLE);
		assertThat(breach.notices()).hasSize(5);
	}

	@Test
	void isClosedOnlyAfterItWasToldOf() {
		Breach breach = recorded();
		tell(breach, Recipient.AGENCY);
		assertThatExceptionOfType(IllegalBreachChange.class).isThrownBy(() -> breach.close("sealed", NOW))
			.withMessage("Breach " + breach.id() + " is OPEN and cannot be closed");
		assertThat(breach.closing()).isNull();
		tell(breach, Recipient.PEOPLE);
		breach.close("sealed", NOW);
		assertThat(breach.state()).isEqualTo(BreachState.CLOSED);
		assertThat(breach.closedAt()).isEqualTo(NOW);
		assertThat(actions(breach)).containsExactly("privacy.breach-recorded", "privacy.breach-notified",
				"privacy.breach-notified", "privacy.breach-closed");
	}

	@Test
	void isDismissedOnlyBeforePeopleWereTold() {
		Breach breach = recorded();
		breach.dismiss("sealed", NOW);
		assertThat(breach.state()).isEqualTo(BreachState.DISMISSED);
		Breach told = recorded();
		tell(told, Recipient.AGENCY);
		tell(told, Recipient.PEOPLE);
		assertThatExceptionOfType(IllegalBreachChange.class).isThrownBy(() -> told.dismiss("sealed", NOW))
			.withMessage("Breach " + told.id() + " is NOTIFIED and cannot be dismissed");
	}

	@Test
	void staysAsItIsOnceItIsOver() {
		Breach breach = recorded();
		breach.amend(1200, "more");
		assertThat(breach.people()).isEqualTo(1200);
		breach.dismiss("sealed", NOW);
		assertThatExceptionOfType(IllegalBreachChange.class).isThrownBy(() -> breach.amend(1, "other"));
		assertThatExceptionOfType(IllegalBreachChange.class).isThrownBy(() -> tell(breach, Recipient.PEOPLE));
		assertThatExceptionOfType(IllegalBreachChange.class).isThrownBy(() -> breach.close("other", NOW));
		assertThat(breach.facts()).isEqualTo("more");
		assertThat(breach.closing()).isEqualTo("sealed");
	}

	private Breach recorded() {
		return new Breach(new BreachId(UUID.randomUUID()), NOTICED, null, "facts", this.officer, NOW);
	}

	private void tell(Breach breach, Recipient recipient) {
		breach.notify(new BreachNotice(UUID.randomUUID(), recipient, NOW, "sealed", this.officer));
	}

	private static List<String> actions(Breach breach) {
		return Objects.requireNonNull(ReflectionTestUtils.<Collection<?>>invokeMethod(breach, "domainEvents"))
			.stream()
			.map((event) -> ((PrivacyAct) event).action())
			.toList();
	}

}
