package id.tangerangkota.layanan.identity.personaldata;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DataSectionTests {

	/** Better at once than as {@code AccountId[value=…]} in somebody's download. */
	@Test
	void holdsOnlyWhatPagesCanRead() {
		for (Object value : List.of(AccountId.random(), UUID.randomUUID(), LocalDate.EPOCH, List.of(), 1.5)) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Fact("privacy.data.nik", value));
		}
	}

}
