package id.tangerangkota.layanan.privacy.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import id.tangerangkota.layanan.privacy.RequestKind;
import org.jspecify.annotations.Nullable;

/** Kinds of requests as addresses and forms name them. */
final class KindCodes {

	private static final Map<RequestKind, String> CODES = new EnumMap<>(Map.of(RequestKind.ACCESS, "akses",
			RequestKind.CORRECTION, "perbaikan", RequestKind.RESTRICTION, "pembatasan", RequestKind.CONSENT_WITHDRAWAL,
			"persetujuan", RequestKind.ERASURE, "penghapusan", RequestKind.OTHER, "lainnya"));

	private KindCodes() {
	}

	static String code(RequestKind kind) {
		return Objects.requireNonNull(CODES.get(kind));
	}

	static Optional<RequestKind> parse(@Nullable String code) {
		return CODES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(code))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Those people file in words. */
	static List<RequestKind> filed() {
		return CODES.keySet().stream().filter(RequestKind::isFiledInWords).toList();
	}

}
