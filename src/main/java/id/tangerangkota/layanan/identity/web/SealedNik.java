package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.nik.Nik;

import org.springframework.stereotype.Component;

/** A NIK in the session of somebody who corrects a form. */
@Component
public class SealedNik {

	private final SealedText seal;

	SealedNik(SealedText seal) {
		this.seal = seal;
	}

	public String seal(Nik nik) {
		return this.seal.seal(nik.digits());
	}

	/** Nothing when it was sealed by a key that is gone. */
	public Optional<Nik> open(String sealed) {
		return this.seal.open(sealed).map(Nik::parse);
	}

}
