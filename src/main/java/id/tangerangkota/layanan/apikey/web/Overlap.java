package id.tangerangkota.layanan.apikey.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** How long the earlier keys of a program work beside a new one. */
enum Overlap {

	/** For whoever runs the program to change the key at their next occasion. */
	MONTH(Duration.ofDays(30)),

	/** A week. */
	WEEK(Duration.ofDays(7)),

	/** Not at all: a key got into wrong hands. */
	NONE(Duration.ZERO);

	private final Duration duration;

	Overlap(Duration duration) {
		this.duration = duration;
	}

	Duration duration() {
		return this.duration;
	}

	static Optional<Overlap> of(@Nullable String typed) {
		return Arrays.stream(values()).filter((overlap) -> overlap.name().equals(typed)).findFirst();
	}

}
