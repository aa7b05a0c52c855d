package id.tangerangkota.layanan.notification;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;

/**
 * What somebody can choose to be told or not. The names are stored; the codes stand in
 * links of mails that are years old.
 */
public enum Topic {

	/** One's account and its security: always told. */
	ACCOUNT('a', false, false, Set.of()),

	/** A link that somebody asked for: always told. */
	CONFIRMATION('c', false, false, Set.of()),

	/** Outages somebody follows, and of services they subscribed to. */
	OUTAGE('o', true, true, Set.of()),

	/** Outages of the services of one's agency; of all services where one watches all. */
	STAFF_OUTAGE('s', true, true, Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.ADMINISTRATOR)),

	/** Suspected outages of the same services. */
	STAFF_SUSPICION('v', true, true, Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.ADMINISTRATOR)),

	/** Certificates of the same services that end soon. */
	STAFF_CERTIFICATE('t', true, true, Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.ADMINISTRATOR)),

	/** Complaints somebody reported. */
	COMPLAINT('p', true, false, Set.of()),

	/** Complaints of others somebody supports. */
	SUPPORTED('d', true, false, Set.of()),

	/** Cases of one's agency, and their deadlines. */
	STAFF_CASE('k', true, true, Set.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR, Role.INSPECTOR)),

	/** Webhooks that were disabled. */
	WEBHOOK('w', true, false, Set.of(Role.ADMINISTRATOR));

	private final char code;

	private final boolean optional;

	private final boolean gathered;

	private final Set<Role> roles;

	Topic(char code, boolean optional, boolean gathered, Set<Role> roles) {
		this.code = code;
		this.optional = optional;
		this.gathered = gathered;
		this.roles = roles;
	}

	public char code() {
		return this.code;
	}

	static Optional<Topic> ofCode(char code) {
		return Arrays.stream(values()).filter((topic) -> topic.code == code).findFirst();
	}

	/** Whether people may switch it off. */
	public boolean isOptional() {
		return this.optional;
	}

	/** Whether several messages become one mail, a few minutes later. */
	public boolean isGathered() {
		return this.gathered;
	}

	/** Whether it concerns somebody: some topics are for the staff alone. */
	public boolean concerns(Actor actor) {
		return this.roles.isEmpty() || this.roles.stream().anyMatch(actor::is);
	}

}
