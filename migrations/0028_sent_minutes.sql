-- Minutes that were sent change by an objection only: what they said of people, votes and tasks on that day is kept here,
-- so that a task that moves afterwards, or an organization that takes another name, does not change them unseen.
alter table meeting_minutes add column sent jsonb;
