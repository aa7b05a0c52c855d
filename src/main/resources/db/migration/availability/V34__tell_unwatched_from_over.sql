alter table availability.incident
    drop constraint incident_status_known,
    drop constraint incident_ended_when_over,
    add constraint incident_status_known check (status in ('INVESTIGATING', 'IDENTIFIED', 'WATCHING', 'RESOLVED',
        'UNWATCHED', 'DISMISSED')),
    add constraint incident_ended_when_over check ((status in ('RESOLVED', 'UNWATCHED', 'DISMISSED'))
        = (ended_at is not null));
