package id.tangerangkota.layanan.complaint.casework;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, UUID> {

	Optional<Complaint> findById(UUID id);

	/** As it is now, and nobody else changes it until the end of the transaction. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Complaint c where c.id = :id")
	Optional<Complaint> lock(UUID id);

	@Query("select c.id from Complaint c where c.filed.ticketNumber = :number and c.filed.ticketYear = :year")
	Optional<UUID> findIdByTicket(int year, long number);

	Complaint saveAndFlush(Complaint complaint);

}
