package id.tangerangkota.layanan.catalog;

/** How sure a description is. */
public enum Confidence {

	HIGH, MEDIUM, LOW

}
