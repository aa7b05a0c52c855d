package id.tangerangkota.layanan.privacy.breach;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface BreachRepository extends Repository<Breach, UUID> {

	Optional<Breach> findById(UUID id);

	Breach saveAndFlush(Breach breach);

}
