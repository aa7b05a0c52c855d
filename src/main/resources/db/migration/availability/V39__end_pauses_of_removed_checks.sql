update availability.check_pause p set resumed_at = greatest(p.paused_at, d.removed_at)
from availability.check_definition d
where d.id = p.check_id and d.removed_at is not null and p.resumed_at is null;
