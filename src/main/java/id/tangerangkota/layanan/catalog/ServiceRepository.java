package id.tangerangkota.layanan.catalog;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface ServiceRepository extends Repository<Service, UUID> {

	Optional<Service> findBySlug(String slug);

	Service saveAndFlush(Service service);

}
