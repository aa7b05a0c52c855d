package id.tangerangkota.layanan.complaint.casework;

import java.util.List;

import id.tangerangkota.layanan.complaint.ComplaintContacts.Contact;
import id.tangerangkota.layanan.complaint.ComplaintId;

/** Who supports a complaint and wants to be told; implemented where support is kept. */
public interface SupporterContacts {

	List<Contact> of(ComplaintId complaint);

}
