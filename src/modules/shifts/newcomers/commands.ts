import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { takePeople } from "#modules/people/imports/commands.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { planToWrite } from "#modules/shifts/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { say } from "./messages.ts";
import { type PlannedHelper, planHelpers } from "./queries.ts";

type HelperId = Id<"helper">;
type Row = { readonly helper: PlannedHelper; readonly personId: Id<"person"> };
export type HelperFigures = {
  readonly added: number;
  readonly changed: number;
  readonly made: number;
  readonly left: number;
};

const writeHelpers = async (
  ctx: Context,
  plan: Plan,
  rows: readonly Row[],
): Promise<ReadonlyMap<Id<"person">, HelperId>> => {
  const author = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const written = await ctx.db
    .insertInto("helpers")
    .values(
      rows.map(({ helper: { mostShifts, hoursADay, words }, personId }) => ({
        opportunityId: plan.id,
        personId,
        mostShifts: mostShifts ?? null,
        mostMinutesADay: hoursADay === undefined ? null : hoursADay * 60,
        words,
        madeBy: author,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["placeId", "opportunityId", "personId"]).doUpdateSet((set) => ({
        mostShifts: set.ref("excluded.mostShifts"),
        mostMinutesADay: set.ref("excluded.mostMinutesADay"),
        words: set.ref("excluded.words"),
        changedAt: ctx.now,
      })),
    )
    .returning(["id", "personId"])
    .execute();
  return new Map(written.map(({ id, personId }) => [personId, id]));
};

// What a table says replaces what was said before about the same places; about others it says nothing.
const writeWishes = async (ctx: Context, rows: readonly Row[], ids: ReadonlyMap<Id<"person">, HelperId>) => {
  const wishes = rows.flatMap(({ helper, personId }) => {
    const helperId = ids.get(personId);
    return helperId ? helper.wishes.map((wish) => ({ helperId, ...wish })) : [];
  });
  if (wishes.length === 0) return;
  await sql`
    insert into shift_wishes (helper_id, need_id, preference, told_at)
    select w.helper_id, w.need_id, w.preference, ${ctx.now} from unnest(${wishes.map(({ helperId }) => helperId)}::uuid[],
      ${wishes.map(({ needId }) => needId)}::uuid[], ${wishes.map(({ preference }) => preference)}::int[])
      as w(helper_id, need_id, preference)
    on conflict (place_id, helper_id, need_id)
      do update set preference = excluded.preference, told_at = excluded.told_at`.execute(ctx.db);
};

const writePairs = async (
  ctx: Context,
  rows: readonly Row[],
  people: ReadonlyMap<number, Id<"person">>,
  ids: ReadonlyMap<Id<"person">, HelperId>,
) => {
  const behind = (one: number | HelperId): HelperId | undefined => {
    if (typeof one !== "number") return one;
    const person = people.get(one);
    return person && ids.get(person);
  };
  const pairs = rows.flatMap(({ helper, personId }) => {
    const own = ids.get(personId);
    return helper.together.flatMap((one) => {
      const other = behind(one);
      if (!own || !other || own === other) return [];
      return [own < other ? ([own, other] as const) : ([other, own] as const)];
    });
  });
  const once = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  if (once.length === 0) return;
  await ctx.db
    .insertInto("helperPairs")
    .values(once.map(([oneId, otherId]) => ({ oneId, otherId, kind: "together" as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

// Whom we know already should hear from us that their name stands there, not find out.
const tellKnown = async (ctx: Context, plan: Plan, rows: readonly Row[]): Promise<void> => {
  for (const { helper, personId } of rows) {
    if (helper.state !== "known") continue;
    await notify(ctx, {
      personId,
      key: `pool ${plan.id}`,
      kind: "pool",
      title: say(ctx)("noticeTitle", { offer: plan.title }),
      text: say(ctx)("noticeText", { organization: plan.organization }),
      path: paths.choose(plan.slug),
    });
  }
};

/**
 * Takes the helpers of a table into the pool, all or nothing. Whoever is known by e-mail or phone is not made again;
 * those who only seem to be known come when their line is in `add`. What they signed lies with the organization: its
 * word is recorded as consent on paper.
 */
export const takeHelpers = async (
  ctx: Context,
  offer: Id<"opportunity">,
  content: string,
  add: readonly number[] = [],
): Promise<Outcome<HelperFigures, "wrong">> => {
  const plan = await planToWrite(ctx, offer);
  // Two who read the same table in at once would double its people.
  await sql`select pg_advisory_xact_lock(hashtextextended('people table ' || current_place(), 0))`.execute(
    ctx.db,
  );
  const table = await planHelpers(ctx, plan, content);
  if (!table.ok || table.helpers.some(({ state }) => state === "wrong")) return refused("wrong");
  const { people, made } = await takePeople(
    ctx,
    table.helpers.map(({ person }) => person),
    { source: plan.title, organizationId: plan.organizationId },
    add,
  );
  const rows = table.helpers.flatMap((helper): Row[] => {
    const personId = people.get(helper.person.draft.line);
    return personId ? [{ helper, personId }] : [];
  });
  const single = [...new Map(rows.map((row) => [row.personId, row])).values()];
  if (single.length > 0) {
    const ids = await writeHelpers(ctx, plan, single);
    await writeWishes(ctx, single, ids);
    await writePairs(ctx, single, people, ids);
    await tellKnown(ctx, plan, single);
  }
  const changed = single.filter(({ helper }) => helper.state === "member").length;
  const left = table.helpers.length - rows.length;
  const figures = { added: single.length - changed, changed, made, left };
  await record(ctx, "helper_table.taken", offer, figures);
  return done(figures);
};
