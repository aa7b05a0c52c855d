package id.tangerangkota.layanan.privacy.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;

/** What somebody has just done, as the next page confirms it; named in its address. */
enum Done {

	CORRECTED("diperbaiki"), UNCHANGED("tetap"), RESTRICTED("dibatasi"), RELEASED("dilepas"), CONSENTED("disetujui"),
	WITHDRAWN("ditarik"), FILED("terkirim"), MASKED("disamarkan"), ANSWERED("dijawab"), LATE_ANSWER("terdahulu"),
	RECORDED("dicatat"), AMENDED("dilengkapi"), NOTIFIED("diberitahukan"), CLOSED("ditutup"), DISMISSED("dibatalkan"),
	CANNOT("gagal");

	/** Of the address. */
	static final String PARAMETER = "selesai";

	private final String code;

	Done(String code) {
		this.code = code;
	}

	String code() {
		return this.code;
	}

	/** Whether something was done. */
	public boolean isSuccess() {
		return this != UNCHANGED && this != LATE_ANSWER && this != CANNOT;
	}

	static void show(@Nullable String code, Model model) {
		Arrays.stream(values())
			.filter((done) -> done.code.equals(code))
			.findFirst()
			.ifPresent((done) -> model.addAttribute("done", done));
	}

}
