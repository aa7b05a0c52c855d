package id.tangerangkota.layanan.notification;

import java.util.List;

/**
 * A happening in words: the texts {@code notification.told.<key>.subject} and
 * {@code .text}, with their arguments.
 *
 * @param href what it is about, an address of the portal without the language
 */
public record Telling(String key, List<Object> arguments, String href) {

	public Telling {
		arguments = List.copyOf(arguments);
	}

}
