package id.tangerangkota.layanan.vault;

import java.nio.file.Path;

/** A node with its directory of keys, on a database it may share. */
record TestNode(KeyFiles files, KeyRegister register, KeyRing ring) {

	static TestNode start(Path directory, KeyRegister register) {
		KeyFiles files = new KeyFiles(directory);
		return new TestNode(files, register, new KeyRing(files, register, new KeyGuard(files, register, true)));
	}

	/** Makes and activates the next key, as a rotation does. */
	Key rotate(KeyPurpose purpose) {
		KeyId next = new KeyId(purpose, this.ring.active(purpose).id().number() + 1);
		Key key = this.files.create(next);
		this.register.add(key);
		this.register.activate(next);
		this.ring.refresh();
		return key;
	}

}
