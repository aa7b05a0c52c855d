package id.tangerangkota.layanan.notification;

import java.util.Collection;
import java.util.UUID;

/** Knows which programs are to be told of what. */
@FunctionalInterface
public interface EventReceivers {

	/** The receivers of events of a type, by their ids. */
	Collection<UUID> of(String type);

}
