import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { textVersion } from "#modules/people/consents/messages.ts";
import { may } from "#modules/people/policy.ts";
import type { PersonDraft, PlannedPerson } from "./queries.ts";

type PersonId = Id<"person">;

/** Whose word stands for the people's consent: who brings the table, and where it is from. */
export type Origin = { readonly source: string; readonly organizationId?: Id<"organization"> | undefined };

const newIds = async (ctx: Context, count: number): Promise<readonly PersonId[]> => {
  const { rows } = await sql<{
    id: PersonId;
  }>`select new_id() as id from generate_series(1, ${count}::int)`.execute(ctx.db);
  return rows.map(({ id }) => id);
};

const wayTo = ({ email, phone, street }: PersonDraft): "email" | "phone" | "post" | "visit" => {
  if (email) return "email";
  if (phone) return "phone";
  return street ? "post" : "visit";
};

const keep = async (
  ctx: Context,
  drafts: readonly PersonDraft[],
  { source, organizationId }: Origin,
): Promise<ReadonlyMap<number, PersonId>> => {
  if (drafts.length === 0) return new Map();
  const ids = await newIds(ctx, drafts.length);
  const author = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const rows = drafts.flatMap((draft, index) => {
    const id = ids[index];
    return id ? [{ id, draft }] : [];
  });
  await ctx.db
    .insertInto("people")
    .values(
      rows.map(({ id, draft }) => ({
        id,
        name: draft.name,
        email: draft.email ?? null,
        phone: draft.phone ?? null,
        ageBand: draft.ageBand ?? null,
        street: draft.street ?? null,
        postcode: draft.postcode ?? null,
        townName: draft.townName ?? null,
        guardianName: draft.guardianName ?? null,
        guardianContact: draft.guardianContact ?? null,
        guardianAgreedAt: draft.guardianAgreed ? ctx.now : null,
        contactBy: wayTo(draft),
        keptByOffice: true,
        createdBy: author,
      })),
    )
    .execute();
  // What they signed lies with whoever brought the table: their word is recorded, not the paper.
  await ctx.db
    .insertInto("consents")
    .values(
      rows.map(({ id: personId }) => ({
        personId,
        purpose: "file" as const,
        textVersion,
        givenHow: "paper" as const,
        recordedBy: author,
      })),
    )
    .execute();
  await ctx.db
    .insertInto("events")
    .values(
      rows.map(({ id }) => ({
        name: "person.kept",
        subjectId: id,
        actorId: author,
        data: JSON.stringify({ source, consent: "paper", organizationId: organizationId ?? null }),
      })),
    )
    .execute();
  return new Map(rows.map(({ id, draft }) => [draft.line, id]));
};

// Own words win: a table only fills what nobody has said yet, and never in the file of somebody with an account.
const fillGaps = async (ctx: Context, rows: readonly PlannedPerson[]): Promise<void> => {
  const kept = rows.flatMap(({ draft, known }) =>
    known && !known.hasAccount ? [{ id: known.id, draft }] : [],
  );
  if (kept.length === 0) return;
  await sql`
    update people p set email = coalesce(p.email, d.email), phone = coalesce(p.phone, d.phone),
      age_band = coalesce(p.age_band, d.age_band), changed_at = ${ctx.now}
    from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ draft }) => draft.email ?? null)}::citext[],
      ${kept.map(({ draft }) => draft.phone ?? null)}::text[], ${kept.map(({ draft }) => draft.ageBand ?? null)}::text[])
      as d(id, email, phone, age_band)
    where p.id = d.id and p.left_at is null and ((p.email is null and d.email is not null)
      or (p.phone is null and d.phone is not null) or (p.age_band is null and d.age_band is not null))`.execute(
    ctx.db,
  );
};

/**
 * Takes the people of a table over in a few statements and answers who stands behind which line. Rows that look like
 * somebody known come only when their line is in `add`; wrong ones never do, so the caller asks for them before.
 */
export const takePeople = async (
  ctx: Context,
  rows: readonly PlannedPerson[],
  origin: Origin,
  add: readonly number[] = [],
): Promise<{ readonly people: ReadonlyMap<number, PersonId>; readonly made: number }> => {
  allow(may.bring(ctx, origin.organizationId));
  const wanted = new Set(add);
  const fresh = rows.filter(
    ({ state, draft }) => state === "new" || (state === "double" && wanted.has(draft.line)),
  );
  const made = await keep(
    ctx,
    fresh.map(({ draft }) => draft),
    origin,
  );
  const known = rows.filter(({ state }) => state === "known");
  await fillGaps(ctx, known);
  const found = known.flatMap(({ draft, known: person }) =>
    person ? [[draft.line, person.id] as const] : [],
  );
  if (made.size > 0)
    await record(ctx, "people.imported", origin.organizationId ?? ctx.place.id, {
      source: origin.source,
      made: made.size,
      known: found.length,
    });
  return { people: new Map([...made, ...found]), made: made.size };
};
