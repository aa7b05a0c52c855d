create table quality.page_timing (
    day     date     not null,
    route   text     not null,
    device  text     not null,
    measure text     not null,
    class   smallint not null,
    views   bigint   not null,
    constraint page_timing_pk primary key (day, route, device, measure, class),
    constraint page_timing_device_known check (device in ('S', 'M', 'L')),
    constraint page_timing_class_counted check (class >= 0),
    constraint page_timing_views_counted check (views > 0)
);
comment on table quality.page_timing is 'How fast the portal''s own pages were, as some of the browsers told: how many views of a day fell into which class of a measure. route is the pattern of the address, never an address; device the class of the window''s width';
