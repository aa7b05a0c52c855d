package id.tangerangkota.layanan.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

	Optional<Account> findById(UUID id);

	List<Account> findByIdIn(Collection<UUID> ids);

	/** The account that signs in so, under any of the keys in use. */
	Optional<Account> findByLoginIndexIn(Collection<byte[]> indexes);

	List<Account> findByKindOrderByCreatedAt(AccountKind kind);

	boolean existsByKind(AccountKind kind);

	Account saveAndFlush(Account account);

}
