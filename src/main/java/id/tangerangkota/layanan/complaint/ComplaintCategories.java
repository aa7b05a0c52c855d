package id.tangerangkota.layanan.complaint;

import java.util.List;
import java.util.Optional;

/** What complaints can be about. */
public interface ComplaintCategories {

	/** The category of complaints about the city's websites and apps. */
	String DIGITAL_SERVICE = "layanan-digital";

	/** All of them in their order. */
	List<ComplaintCategory> all();

	Optional<ComplaintCategory> find(String code);

}
