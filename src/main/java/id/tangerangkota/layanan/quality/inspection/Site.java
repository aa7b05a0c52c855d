package id.tangerangkota.layanan.quality.inspection;

import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.StandardComponent;

/**
 * A site to be inspected.
 *
 * @param address as the catalogue has it
 * @param ofAgency whether it is the site of an agency itself
 * @param promised what the catalogue records of its Standar Pelayanan
 */
record Site(ServiceId service, String address, boolean ofAgency, Set<StandardComponent> promised) {
}
