package id.tangerangkota.layanan.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntryTests {

	private static final Entry ENTRY = new Entry("identity", 7, Instant.parse("2026-11-24T03:42:00.123456Z"),
			"identity.signed-in", "DONE", "CITIZEN", new UUID(1, 2), "", null, "account", "x", "{}");

	private static final byte[] BEFORE = { 1, 2, 3 };

	/**
	 * Fields made of few letters, so that put together without lengths many of them would
	 * be alike.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void differentRowsAreDifferentBytes(long seed) {
		RandomText random = new RandomText(seed);
		Map<String, String> seen = new HashMap<>();
		for (int i = 0; i < 20_000; i++) {
			byte[] before = random.bytes(2);
			Entry entry = new Entry(random.likeOthers(2), random.number(3), Instant.ofEpochSecond(random.number(2)),
					random.likeOthers(2), random.likeOthers(2), random.likeOthers(2),
					(random.number(2) == 0) ? null : new UUID(0, random.number(2)), random.likeOthers(2),
					(random.number(2) == 0) ? null : random.likeOthers(2),
					(random.number(2) == 0) ? null : random.likeOthers(2),
					(random.number(2) == 0) ? null : random.likeOthers(2), random.likeOthers(2));
			String row = HexFormat.of().formatHex(before) + entry;
			String other = seen.putIfAbsent(HexFormat.of().formatHex(entry.canonical(before)), row);
			assertThat(other).isIn(null, row);
		}
		assertThat(seen).hasSizeGreaterThan(19_000);
	}

	@Test
	void everyFieldCounts() {
		List<UnaryOperator<Entry>> changes = new ArrayList<>();
		changes.add((e) -> with(e, "catalog", e.seq(), e.at(), e.actorAccount(), e.actorAgency()));
		changes.add((e) -> with(e, e.chain(), 8, e.at(), e.actorAccount(), e.actorAgency()));
		changes.add((e) -> with(e, e.chain(), e.seq(), e.at().plusNanos(1000), e.actorAccount(), e.actorAgency()));
		changes.add((e) -> with(e, e.chain(), e.seq(), e.at(), null, e.actorAgency()));
		changes.add((e) -> with(e, e.chain(), e.seq(), e.at(), new UUID(1, 3), e.actorAgency()));
		changes.add((e) -> with(e, e.chain(), e.seq(), e.at(), e.actorAccount(), ""));
		assertThat(changes.stream().map((change) -> HexFormat.of().formatHex(change.apply(ENTRY).canonical(BEFORE))))
			.doesNotContain(HexFormat.of().formatHex(ENTRY.canonical(BEFORE)))
			.doesNotHaveDuplicates();
		assertThat(ENTRY.canonical(new byte[] { 1, 2 })).isNotEqualTo(ENTRY.canonical(BEFORE));
	}

	/**
	 * Rows written years ago must verify for ever: whoever changes the form, breaks them.
	 */
	@Test
	void keepsItsForm() {
		assertThat(HexFormat.of().formatHex(ENTRY.canonical(BEFORE))).isEqualTo("00000007" + "656e7472792f31"
				+ "00000003" + "010203" + "00000008" + "6964656e74697479" + "0000000000000007" + "000000006b050788"
				+ "075bca00" + "00000012" + "6964656e746974792e7369676e65642d696e" + "00000004" + "444f4e45"
				+ "00000007" + "434954495a454e" + "00000024"
				+ "30303030303030302d303030302d303030312d303030302d303030303030303030303032" + "00000000" + "ffffffff"
				+ "00000007" + "6163636f756e74" + "00000001" + "78" + "00000002" + "7b7d");
	}

	private static Entry with(Entry e, String chain, long seq, Instant at, UUID account, String agency) {
		return new Entry(chain, seq, at, e.action(), e.outcome(), e.actorKind(), account, e.actorRoles(), agency,
				e.subjectKind(), e.subjectId(), e.details());
	}

}
