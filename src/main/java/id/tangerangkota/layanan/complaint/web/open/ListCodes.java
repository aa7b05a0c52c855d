package id.tangerangkota.layanan.complaint.web.open;

import java.time.Period;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.web.InvalidParameter;
import org.jspecify.annotations.Nullable;

/** How the address of the list, which is Indonesian, writes what one looks for. */
final class ListCodes {

	/** All that is not over, then state by state. */
	static final Map<String, Set<PublicState>> STATES = states();

	static final Map<String, ComplaintKind> KINDS = kinds();

	/** How far back. */
	static final Map<String, Period> PERIODS = periods();

	/** Whether those of the portal itself are meant; people's without a code. */
	static final Map<String, Optional<Boolean>> ORIGINS = origins();

	private ListCodes() {
	}

	private static Map<String, Set<PublicState>> states() {
		Map<String, Set<PublicState>> states = new LinkedHashMap<>();
		states.put("terbuka", EnumSet.of(PublicState.WAITING, PublicState.IN_PROCESS));
		states.put("menunggu", EnumSet.of(PublicState.WAITING));
		states.put("diproses", EnumSet.of(PublicState.IN_PROCESS));
		states.put("selesai", EnumSet.of(PublicState.DONE));
		states.put("tidak-ditindaklanjuti", EnumSet.of(PublicState.REJECTED));
		states.put("digabung", EnumSet.of(PublicState.MERGED));
		states.put("dialihkan", EnumSet.of(PublicState.REFERRED));
		return states;
	}

	private static Map<String, ComplaintKind> kinds() {
		Map<String, ComplaintKind> kinds = new LinkedHashMap<>();
		kinds.put("pengaduan", ComplaintKind.COMPLAINT);
		kinds.put("aspirasi", ComplaintKind.ASPIRATION);
		kinds.put("informasi", ComplaintKind.INFORMATION);
		return kinds;
	}

	private static Map<String, Optional<Boolean>> origins() {
		Map<String, Optional<Boolean>> origins = new LinkedHashMap<>();
		origins.put("portal", Optional.of(true));
		origins.put("semua", Optional.empty());
		return origins;
	}

	private static Map<String, Period> periods() {
		Map<String, Period> periods = new LinkedHashMap<>();
		periods.put("7-hari", Period.ofDays(7));
		periods.put("30-hari", Period.ofDays(30));
		periods.put("90-hari", Period.ofDays(90));
		periods.put("1-tahun", Period.ofYears(1));
		return periods;
	}

	/**
	 * What a code stands for, null without one.
	 * @throws InvalidParameter if it stands for nothing
	 */
	static <T> @Nullable T parse(Map<String, T> codes, String parameter, @Nullable String code) {
		if (code == null) {
			return null;
		}
		T value = codes.get(code);
		if (value == null) {
			throw new InvalidParameter(parameter, "must be one of " + codes.keySet());
		}
		return value;
	}

}
