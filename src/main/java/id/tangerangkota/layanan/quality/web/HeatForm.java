package id.tangerangkota.layanan.quality.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What is compared, and in which order.
 *
 * @param tingkat opd for agencies, else services
 * @param urut by what
 * @param dimensi code of the dimension the order looks at
 * @param halaman from 1
 */
record HeatForm(@Nullable String tingkat, @Nullable String urut, @Nullable String dimensi, @Nullable String halaman) {

	/** By what subjects are put in order. */
	enum Order {

		/** By name. */
		NAME("nama"),

		/** The lowest measurement first. */
		MEASURED("ukuran"),

		/** The lowest opinion first. */
		PERCEIVED("pendapat"),

		/** Where people are least content in comparison with the measurement. */
		GAP("selisih");

		private final String code;

		Order(String code) {
			this.code = code;
		}

		String code() {
			return this.code;
		}

	}

	boolean agencies() {
		return "opd".equals(this.tingkat);
	}

	/** By name where nothing else is known. */
	Order order() {
		for (Order order : Order.values()) {
			if (order.code().equals(this.urut)) {
				return order;
			}
		}
		return Order.NAME;
	}

	/** Null for all of them together. */
	@Nullable QualityDimension dimension() {
		return Optional.ofNullable(this.dimensi)
			.filter(StringUtils::hasText)
			.flatMap((code) -> Arrays.stream(QualityDimension.values())
				.filter((dimension) -> dimension.code().equals(code.strip().toLowerCase(Locale.ROOT)))
				.findFirst())
			.orElse(null);
	}

	/** The fields behind others, without the page. */
	Query addTo(Query query) {
		QualityDimension dimension = dimension();
		return query.with("tingkat", agencies() ? "opd" : null)
			.with("urut", (order() != Order.NAME) ? order().code() : null)
			.with("dimensi", (dimension != null) ? dimension.code() : null);
	}

}
