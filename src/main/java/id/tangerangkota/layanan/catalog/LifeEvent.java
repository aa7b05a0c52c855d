package id.tangerangkota.layanan.catalog;

/** Moments in life in which people need the city. */
public enum LifeEvent {

	BIRTH, SCHOOL, WORK, BUSINESS, MARRIAGE, MOVING, ILLNESS, DEATH

}
