package id.tangerangkota.layanan.availability.incident;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface IncidentRepository extends Repository<Incident, UUID> {

	Optional<Incident> findById(UUID id);

	Incident saveAndFlush(Incident incident);

}
