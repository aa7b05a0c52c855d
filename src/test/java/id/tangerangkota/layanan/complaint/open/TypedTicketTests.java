package id.tangerangkota.layanan.complaint.open;

import id.tangerangkota.layanan.complaint.TicketNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTicketTests {

	private static final TicketNumber TICKET = new TicketNumber(2026, 123);

	@Test
	void readsWhatPeopleType() {
		String typed = " " + TICKET.toString().toLowerCase().replace('-', ' ') + " ";
		assertThat(TypedTicket.of(typed).number()).contains(TICKET);
		assertThat(TypedTicket.of(TICKET.toString().substring(4)).number()).contains(TICKET);
	}

	@Test
	void findsEverySlipOfOneDigitAndEverySwap() {
		String digits = TICKET.toString().replaceAll("\\D", "");
		for (int i = 0; i < digits.length(); i++) {
			for (char digit = '0'; digit <= '9'; digit++) {
				check(digits.substring(0, i) + digit + digits.substring(i + 1));
			}
			if (i > 0) {
				check(digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1));
			}
		}
	}

	private static void check(String digits) {
		TypedTicket typed = TypedTicket.of(digits);
		assertThat(typed.looksRight()).isTrue();
		if (typed.number().isEmpty()) {
			assertThat(typed.near()).as(digits).contains(TICKET).hasSizeLessThan(30);
		}
		else {
			assertThat(typed.number()).as(digits).contains(TICKET);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "LKS", "baru", "123", "LKS-2026-12-3", "../../etc/passwd",
			"999999999999999999999999999999999", "LKS-2026-00012x-3" })
	void takesNothingElseForANumber(String typed) {
		assertThat(TypedTicket.of(typed).looksRight()).isFalse();
		assertThat(TypedTicket.of(typed).number()).isEmpty();
		assertThat(TypedTicket.of(typed).near()).isEmpty();
	}

}
