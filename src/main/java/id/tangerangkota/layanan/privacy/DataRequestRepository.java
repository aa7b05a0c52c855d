package id.tangerangkota.layanan.privacy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface DataRequestRepository extends Repository<DataRequest, UUID> {

	Optional<DataRequest> findById(UUID id);

	Optional<DataRequest> findByProofNumber(String number);

	List<DataRequest> findByAccountIdOrderByFiledAtDesc(UUID account);

	DataRequest saveAndFlush(DataRequest request);

}
