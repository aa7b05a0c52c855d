package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/** Work cannot be announced so. */
public class MaintenanceRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient @Nullable Budget budget;

	/** Why not. */
	public enum Reason {

		/** It begins before people can know of it. */
		TOO_SOON,

		/** It ends before it begins, or lasts longer than until it comes again. */
		IMPOSSIBLE_LENGTH,

		/** Recurring work would be over before it begins. */
		ENDS_BEFORE_START,

		/** More of a month would be announced work than may be. */
		TOO_MUCH

	}

	/**
	 * What was too much.
	 *
	 * @param month the first in which it is
	 * @param most what may be
	 * @param asked what there would be, with what was announced before
	 */
	public record Budget(YearMonth month, Duration most, Duration asked) {
	}

	MaintenanceRefused(Reason reason) {
		super(reason.name());
		this.reason = reason;
		this.budget = null;
	}

	MaintenanceRefused(Budget budget) {
		super("%s: %s in %s, %s allowed".formatted(Reason.TOO_MUCH, budget.asked(), budget.month(), budget.most()));
		this.reason = Reason.TOO_MUCH;
		this.budget = budget;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Null unless it is {@link Reason#TOO_MUCH}. */
	public @Nullable Budget budget() {
		return this.budget;
	}

}
