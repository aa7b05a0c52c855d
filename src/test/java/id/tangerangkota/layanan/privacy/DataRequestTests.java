package id.tangerangkota.layanan.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DataRequestTests {

	private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

	private static final ProofNumber NUMBER = new ProofNumber("7K2MD-XQ4TB-H9WRA-3NEFC");

	private final AccountId person = AccountId.random();

	private final AccountId officer = AccountId.random();

	@Test
	void goesOnlyThisWay() {
		String graph = Arrays.stream(RequestState.values())
			.map((state) -> state + " -> " + state.next())
			.collect(Collectors.joining("\n"));
		assertThat(graph).isEqualTo("""
				OPEN -> [DONE, REFUSED]
				DONE -> []
				REFUSED -> []""");
	}

	@Test
	void isDueThreeTimesTwentyFourHoursLater() {
		DataRequest request = filed();
		assertThat(request.state()).isEqualTo(RequestState.OPEN);
		assertThat(request.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(72)));
		assertThat(actions(request)).containsExactly("privacy.request-filed");
		assertThatIllegalStateException().isThrownBy(request::answeredAt);
	}

	@Test
	void isCompletedByTheStaff() {
		DataRequest request = filed();
		request.complete(List.of(Deed.NAME_CORRECTED, Deed.ANSWERED), "sealed", this.officer, NOW.plusSeconds(60));
		request.certify(NUMBER, "text");
		assertThat(request.state()).isEqualTo(RequestState.DONE);
		assertThat(request.deeds()).containsExactly(Deed.NAME_CORRECTED, Deed.ANSWERED);
		assertThat(request.handledBy()).isEqualTo(this.officer);
		assertThat(request.answeredAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(actions(request)).containsExactly("privacy.request-filed", "privacy.request-answered");
		assertThat(last(request).details()).containsEntry("late", "false")
			.containsEntry("proof", Proof.sha256("text"))
			.containsEntry("account", this.person.toString());
	}

	@Test
	void recordsThatTheAnswerWasLate() {
		DataRequest request = filed();
		request.refuse(Refusal.OTHERS_DATA, "sealed", this.officer, NOW.plus(Countdown.TERM).plusMillis(1));
		request.certify(NUMBER, "text");
		assertThat(request.refusal()).isEqualTo(Refusal.OTHERS_DATA);
		assertThat(last(request).details()).containsEntry("late", "true")
			.containsEntry("state", "REFUSED")
			.containsEntry("refusal", "OTHERS_DATA");
	}

	@ParameterizedTest
	@EnumSource(names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
	void isAnsweredOnce(RequestState answered) {
		DataRequest request = filed();
		if (answered == RequestState.DONE) {
			request.complete(List.of(Deed.ANSWERED), "sealed", this.officer, NOW);
		}
		else {
			request.refuse(Refusal.DANGER, "sealed", this.officer, NOW);
		}
		assertThatExceptionOfType(IllegalRequestChange.class)
			.isThrownBy(() -> request.refuse(Refusal.DEFENCE, "other", this.officer, NOW))
			.withMessageContaining("cannot go from " + answered + " to REFUSED");
		assertThatExceptionOfType(IllegalRequestChange.class)
			.isThrownBy(() -> request.complete(List.of(), "other", this.officer, NOW))
			.withMessageContaining("cannot go from " + answered + " to DONE");
		assertThat(request.answer()).isEqualTo("sealed");
	}

	@Test
	void isDoneAtOnceByThePerson() {
		DataRequest request = DataRequest.selfServe(new RequestId(UUID.randomUUID()), this.person, RequestKind.ACCESS,
				List.of(Deed.EXPORTED_JSON), NOW);
		assertThat(request.state()).isEqualTo(RequestState.DONE);
		assertThat(request.answeredAt()).isEqualTo(NOW);
		assertThat(request.handledBy()).isNull();
	}

	@Test
	void keepsNoWordsOfWhoeverLeaves() {
		DataRequest open = filed();
		open.forget(NOW);
		assertThat(open.words()).isNull();
		assertThat(open.state()).isEqualTo(RequestState.DONE);
		assertThat(open.deeds()).containsExactly(Deed.ERASED);
		DataRequest refused = filed();
		refused.refuse(Refusal.DANGER, "sealed", this.officer, NOW);
		refused.forget(NOW.plusSeconds(1));
		assertThat(refused.state()).isEqualTo(RequestState.REFUSED);
		assertThat(refused.answeredAt()).isEqualTo(NOW);
		assertThat(refused.words()).isNull();
		assertThat(refused.answer()).isNull();
	}

	@Test
	void hasOneProofForOneAnswer() {
		DataRequest request = filed();
		assertThatIllegalStateException().isThrownBy(() -> request.certify(NUMBER, "text"));
		request.complete(List.of(Deed.ANSWERED), "sealed", this.officer, NOW);
		request.certify(NUMBER, "text");
		assertThatIllegalStateException().isThrownBy(() -> request.certify(NUMBER, "other"));
	}

	private DataRequest filed() {
		return DataRequest.file(new RequestId(UUID.randomUUID()), this.person, RequestKind.CORRECTION, "words", NOW);
	}

	private static List<String> actions(DataRequest request) {
		return events(request).stream().map(PrivacyAct::action).toList();
	}

	private static PrivacyAct last(DataRequest request) {
		return events(request).getLast();
	}

	private static List<PrivacyAct> events(DataRequest request) {
		return Objects.requireNonNull(ReflectionTestUtils.<Collection<?>>invokeMethod(request, "domainEvents"))
			.stream()
			.map(PrivacyAct.class::cast)
			.toList();
	}

}
