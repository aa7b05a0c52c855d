package id.tangerangkota.layanan.identity.passkey;

import java.nio.ByteBuffer;

import id.tangerangkota.layanan.actor.AccountId;

/** How an authenticator names an account: by the 16 bytes of its id, and nothing else. */
final class UserHandle {

	private UserHandle() {
	}

	static byte[] of(AccountId account) {
		return ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(account.value().getMostSignificantBits())
			.putLong(account.value().getLeastSignificantBits())
			.array();
	}

}
