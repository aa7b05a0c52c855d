package id.tangerangkota.layanan.vault;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Stops a portal that starts without its keys. Nothing refers to it, so it is not there
 * in commands, whose beans are made when they are needed: one of them makes the keys.
 */
@Component
class KeysAtStart implements InitializingBean {

	private final KeyRing keys;

	KeysAtStart(KeyRing keys) {
		this.keys = keys;
	}

	@Override
	public void afterPropertiesSet() {
		this.keys.open();
	}

}
