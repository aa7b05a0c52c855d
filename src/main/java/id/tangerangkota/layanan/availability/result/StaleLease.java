package id.tangerangkota.layanan.availability.result;

/** Another process holds the shard now: what this one found comes too late. */
class StaleLease extends RuntimeException {

	private static final long serialVersionUID = 1;

	StaleLease(Lease lease) {
		super("Shard " + lease.shard() + " was taken over");
	}

}
