package id.tangerangkota.layanan.availability;

import java.util.Map;
import java.util.Set;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * Who wants to know when an outage is over, by ids that say nothing here: accounts, or
 * confirmed e-mail addresses of another module.
 */
public interface OutageFollowers {

	/** Follows an outage that still lasts; again is no error. */
	void follow(OutageId outage, UUID follower);

	/** Follows no more. */
	void unfollow(OutageId outage, UUID follower);

	/**
	 * Waits for a service that is worked on, until it can be used again; twice is no
	 * error.
	 */
	void await(ServiceId service, UUID follower);

	/** Waits for a service no more. */
	void awaitNoMore(ServiceId service, UUID follower);

	/** Whether anybody waits for a service. */
	boolean isAwaited(ServiceId service);

	/** Who waits for a service, and waits no more. */
	Set<UUID> takeAwaiting(ServiceId service);

	/** Follows nothing and waits for nothing any more. */
	void forget(UUID follower);

	/** Which of these follow any outage, or did until a few days ago, or wait. */
	Set<UUID> following(Collection<UUID> followers);

	/** Whether somebody follows an outage, or did until it was over. */
	boolean isFollowing(OutageId outage, UUID follower);

	/** The services with an outage that lasts now and that somebody follows, by when. */
	Map<ServiceId, Instant> followed(UUID follower);

	/** Who follows an outage. */
	Set<UUID> followers(OutageId outage);

	/**
	 * Counts one more who is concerned ("Saya juga terdampak") and keeps nothing else. To
	 * be called outside of a transaction, because it counts the tries of a visitor.
	 * @param visitor who taps, as precisely as visitors are told apart; it is not stored
	 * @return whether it counts: not when this visitor has tapped before or the outage is
	 * over
	 */
	boolean affected(OutageId outage, String visitor);

	/**
	 * As {@link #affected(OutageId, String)}, of the announced work that keeps people
	 * from a service now.
	 * @return whether it counts: also not when nobody works on it
	 */
	boolean affected(ServiceId service, String visitor);

	/** How many said that the work on a service concerns them, 0 when there is none. */
	int affected(ServiceId service);

	/** How many said that an outage concerns them; outages without any are left out. */
	Map<OutageId, Integer> affected(Collection<OutageId> outages);

}
