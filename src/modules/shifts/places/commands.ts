import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { EventName } from "#core/events.ts";
import { react, record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { refreshOffer } from "#modules/shifts/commands.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import type { Place } from "./queries.ts";
import { holdsPlace } from "./queries.ts";

const actorId = ({ actor }: Pick<Context, "actor">) => (actor.kind === "person" ? actor.id : null);

/** What a need counts, read under its lock. */
export type Counted = Pick<Place, "id" | "taken" | "maximum"> & { readonly entries: number };

/**
 * Locks needs in the order of their ids, so that two who want several at once never wait for each other in a circle.
 * Whoever changes many sign-ups in one transaction locks all their needs first.
 */
export const lockNeeds = async (
  ctx: Context,
  ids: readonly Id<"shiftNeed">[],
): Promise<Map<Id<"shiftNeed">, Counted>> => {
  const rows = await ctx.db
    .selectFrom("shiftNeeds")
    .select(["id", "taken", "maximum", "entries"])
    .where("id", "=", sql<Id<"shiftNeed">>`any(${[...ids]}::uuid[])`)
    .orderBy("id")
    .limit(5_000)
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/**
 * Locks people, so that nobody gets two places of one time through two doors. Who takes places locks people first and
 * needs last; only who moves a line up locks those who wait in it afterwards.
 */
export const lockPeople = async (ctx: Context, ids: readonly Id<"person">[]): Promise<void> => {
  await ctx.db
    .selectFrom("people")
    .select("id")
    .where("id", "=", sql<Id<"person">>`any(${[...ids]}::uuid[])`)
    .orderBy("id")
    .limit(5_000)
    .forNoKeyUpdate()
    .execute();
};

/** One line of the list of a need: a person, or somebody who gave no more than a name. */
export type Entry = {
  readonly place: Pick<Place, "id" | "shiftId" | "startsAt" | "endsAt" | "opportunityId" | "organizationId">;
  readonly personId: Id<"person"> | null;
  readonly name?: string | undefined;
  readonly party: number;
  readonly partyNames?: string | undefined;
  readonly state: Extract<Signup["state"], "asked" | "confirmed" | "waiting" | "declined">;
  readonly how: Signup["how"];
  /** The place in the line, drawn under the lock of the need. */
  readonly number: number;
  readonly fixed?: boolean | undefined;
  readonly commitmentId?: Id<"commitment"> | null | undefined;
  readonly words?: string | undefined;
  /** A code: why this state. */
  readonly reason: string;
};

export type Entered = { readonly id: Id<"signup">; readonly needId: Id<"shiftNeed"> };

const asRow = (entry: Entry) => ({
  need_id: entry.place.id,
  shift_id: entry.place.shiftId,
  person_id: entry.personId,
  name: entry.name ?? "",
  party: entry.party,
  party_names: entry.partyNames ?? "",
  state: entry.state,
  how: entry.how,
  number: entry.number,
  fixed: entry.fixed ?? false,
  commitment_id: entry.commitmentId ?? null,
  words: entry.words ?? "",
  starts_at: entry.place.startsAt,
  ends_at: entry.place.endsAt,
  reason: entry.reason,
  places: holdsPlace(entry.state) ? entry.party : 0,
  event: eventOf(entry),
});

/**
 * Writes sign-ups, counts their places, notes their first step and what happened, in one statement: the lock is held
 * no longer. Whoever listens acts when it is told with `tellEntered`.
 */
export const enter = async (ctx: Context, entries: readonly Entry[]): Promise<readonly Entered[]> => {
  if (entries.length === 0) return [];
  const { rows } = await sql<Entered>`
    with entry as materialized (
      select new_id() as id, e.* from jsonb_to_recordset(${JSON.stringify(entries.map(asRow))}::jsonb) as e(
        need_id uuid, shift_id uuid, person_id uuid, name text, party int, party_names text, state text, how text,
        number int, fixed boolean, commitment_id uuid, words text, starts_at timestamptz, ends_at timestamptz,
        reason text, places int, event jsonb)
    ), counted as (
      update shift_needs n set taken = n.taken + e.places, entries = greatest(n.entries, e.number)
      from (select need_id, sum(places)::int as places, max(number) as number from entry group by need_id) e
      where n.id = e.need_id
    ), written as (
      insert into signups (id, need_id, shift_id, person_id, name, party, party_names, state, how, number, fixed,
        commitment_id, words, during, made_by)
      select id, need_id, shift_id, person_id, name, party, party_names, state, how, number, fixed,
        commitment_id, words, tstzrange(starts_at, ends_at), ${actorId(ctx)}::uuid from entry
    ), stepped as (
      insert into signup_states (signup_id, state, reason, by_id)
      select id, state, reason, ${actorId(ctx)}::uuid from entry
    ), happened as (
      insert into events (name, subject_id, actor_id, data)
      select 'signup.' || state, id::text, ${actorId(ctx)}::uuid, event from entry
    )
    select id, need_id from entry`.execute(ctx.db);
  return rows;
};

/**
 * Enters one sign-up as the next in the line: as it is when there is room, else it waits. Counted, decided and written
 * in one statement, which is the lock itself: a crowd queues here, and nothing else is done while they do.
 */
export const enterNext = async (ctx: Context, entry: Omit<Entry, "number">): Promise<Entry & Entered> => {
  const { place, party, state, reason } = entry;
  const holds = holdsPlace(state);
  const event = JSON.stringify(eventOf(entry));
  const { rows } = await sql<Pick<Entry, "number" | "state" | "reason"> & Entered>`
    with need as materialized (
      select id, ${holds}::boolean and maximum - taken >= ${party}::int as fits from shift_needs
      where id = ${place.id} for update
    ), counted as (
      update shift_needs n set entries = n.entries + 1,
        taken = n.taken + case when need.fits then ${party}::int else 0 end
      from need where n.id = need.id
      returning n.id as need_id, n.entries as number, ${holds}::boolean and not need.fits as is_full
    ), entry as materialized (
      select new_id() as id, need_id, number, case when is_full then 'waiting' else ${state}::text end as state,
        case when is_full then 'full' else ${reason}::text end as reason from counted
    ), written as (
      insert into signups (id, need_id, shift_id, person_id, name, party, party_names, state, how, number, words,
        during, made_by)
      select id, need_id, ${place.shiftId}::uuid, ${entry.personId}::uuid, ${entry.name ?? ""}::text, ${party}::int,
        ${entry.partyNames ?? ""}::text, state, ${entry.how}::text, number, ${entry.words ?? ""}::text,
        tstzrange(${place.startsAt}::timestamptz, ${place.endsAt}::timestamptz), ${actorId(ctx)}::uuid from entry
    ), stepped as (
      insert into signup_states (signup_id, state, reason, by_id)
      select id, state, reason, ${actorId(ctx)}::uuid from entry
    ), happened as (
      insert into events (name, subject_id, actor_id, data)
      select 'signup.' || state, id::text, ${actorId(ctx)}::uuid,
        ${event}::jsonb || jsonb_build_object('state', state, 'reason', reason) from entry
    )
    select id, need_id, number, state, reason from entry`.execute(ctx.db);
  return { ...entry, ...found(rows[0]) };
};

type Moved = Pick<Signup, "id" | "needId" | "party" | "state">;

export type Step = {
  readonly to: Signup["state"];
  readonly reason: string;
  readonly words?: string | undefined;
  /** Fewer places than before, when a group takes what there is. */
  readonly party?: number | undefined;
  readonly offer?: { readonly expiresAt: Date; readonly tokenHash: Buffer } | undefined;
};

/** Moves a sign-up on and counts its places anew. To be called under the lock of its need. */
export const move = async (ctx: Context, signup: Moved, step: Step): Promise<void> => {
  const party = step.party ?? signup.party;
  const change = (holdsPlace(step.to) ? party : 0) - (holdsPlace(signup.state) ? signup.party : 0);
  await sql`
    with moved as (
      update signups set state = ${step.to}, state_since = ${ctx.now}, party = ${party}::int,
        offered_at = ${step.offer ? ctx.now : null}::timestamptz,
        offer_expires_at = ${step.offer?.expiresAt ?? null}::timestamptz,
        token_hash = coalesce(${step.offer?.tokenHash ?? null}::bytea, token_hash)
      where id = ${signup.id}
      returning id, need_id
    ), counted as (
      update shift_needs n set taken = n.taken + ${change}::int from moved m where n.id = m.need_id and ${change}::int <> 0
    )
    insert into signup_states (signup_id, state, reason, words, by_id)
    select id, ${step.to}, ${step.reason}, ${step.words ?? ""}, ${actorId(ctx)}::uuid from moved`.execute(
    ctx.db,
  );
};

export type Told = {
  readonly signupId: Id<"signup">;
  readonly place: Entry["place"];
  readonly personId: Id<"person"> | null;
  readonly state: Signup["state"];
  /** The state before, when it was not new. */
  readonly was?: Signup["state"] | undefined;
  readonly party: number;
  readonly how: Signup["how"];
  readonly reason: string;
};

type Happened = Omit<Told, "signupId">;

const eventOf = ({ place, personId, state, was, party, how, reason }: Happened) => {
  const { id: needId, shiftId, opportunityId, organizationId } = place;
  return { personId, state, was, party, how, reason, needId, shiftId, opportunityId, organizationId };
};

const nameOf = ({ state }: Pick<Told, "state">): EventName => `signup.${state}`;

/** Records what became of a sign-up: whoever listens mails, moves the line up or counts. */
export const tell = (ctx: Context, told: Told): Promise<void> =>
  record(ctx, nameOf(told), told.signupId, eventOf(told));

/** Tells of a sign-up that was just entered, and so is on record already. */
export const tellEntered = (ctx: Context, subjectId: Id<"signup">, entry: Entry): Promise<void> =>
  react(ctx, { name: nameOf(entry), subjectId, data: eventOf(entry) });

/** Counts the places a plan gave away; where its numbers are cut off at what an offer may say, all is counted anew. */
export const countTaken = async (ctx: Context, offer: Id<"opportunity">, places: number): Promise<void> => {
  if (places === 0) return;
  const { rows } = await sql`update opportunities set seats_taken = seats_taken + ${places}::int
    where id = ${offer} and rhythm = 'slots' and seats < 1000 and seats_taken + ${places}::int <= seats
    returning id`.execute(ctx.db);
  if (rows.length === 0) await refreshOffer(ctx, offer);
};

/** Keeps the numbers of the offers true when places were taken or freed. */
export const recount = async (ctx: Context, offers: Iterable<Id<"opportunity">>): Promise<void> => {
  for (const offer of [...new Set(offers)].sort()) await refreshOffer(ctx, offer);
};
