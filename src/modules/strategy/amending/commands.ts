import { sql } from "kysely";
import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { paragraph, tick } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { diffWords } from "#methods/text-diff.ts";
import { findSeat, ownSeats } from "#modules/consortium/seats/queries.ts";
import { openTask } from "#modules/desk/commands.ts";
import { holdVersionOf } from "#modules/strategy/amendments/commands.ts";
import { say } from "#modules/strategy/amendments/messages.ts";
import { type AmendmentId, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { ownOrganizations } from "#modules/strategy/commitments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { Amendment } from "#modules/strategy/schema.ts";
import { findOpenVersion, listParagraphs, type ParagraphId } from "#modules/strategy/texts/queries.ts";
import { amendmentActions } from "#modules/strategy/vocabulary.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** What should read otherwise, how, and why; `as` is "citizen", "office", or the id of a seat or an organization. */
export const AmendmentInput = z
  .object({
    action: z.enum(amendmentActions),
    paragraphId: z
      .string()
      .refine((text): text is ParagraphId => isId<"paragraph">(text), { error: "choose" })
      .optional()
      .transform((value) => value ?? null),
    /** The amendment that should read otherwise, instead of the paragraph itself. */
    amends: z
      .string()
      .refine((text): text is AmendmentId => isId<"amendment">(text), { error: "choose" })
      .optional(),
    words: optional(10_000),
    reason: paragraph(4_000),
    as: z.string().max(60).default("citizen"),
    named: tick,
  })
  .refine(({ action, words }) => action === "delete" || words !== "", { error: "words", path: ["words"] });
export type AmendmentInput = z.output<typeof AmendmentInput>;

export type AmendmentRefusal = "closed" | "same" | "gone" | "settled";

type Author = Pick<Amendment, "authorKind" | "seatId" | "organizationId" | "personId" | "name" | "sector">;

const nobody = { seatId: null, organizationId: null, sector: null, name: "" } as const;

/** In whose name this person may speak; NotFound for anybody else's seat or organization. */
const authorFor = async (ctx: Context, { as, named }: AmendmentInput): Promise<Author> => {
  const { actor } = ctx;
  const personId = actor.kind === "person" ? actor.id : null;
  if (as === "office" && may.run(ctx)) return { ...nobody, authorKind: "office", personId };
  if (as === "citizen" && actor.kind === "person")
    return { ...nobody, authorKind: "citizen", personId, name: named ? actor.name : "" };
  const own = isStaff(actor) && isId<"seat">(as) ? await findSeat(ctx, as) : undefined;
  const seat = own ?? (await ownSeats(ctx)).find(({ id }) => id === as);
  if (seat) return { ...nobody, authorKind: "seat", seatId: seat.id, sector: seat.sector, personId };
  const organizationId = ownOrganizations(ctx).find((id) => id === as);
  if (!organizationId) throw new NotFound();
  const { sector } = await ctx.db
    .selectFrom("organizations")
    .select("sector")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return { ...nobody, authorKind: "organization", organizationId, sector, personId };
};

const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('amendments'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("amendments")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

// The form promises that it is read within two days.
const putOnWorklist = (ctx: Context, id: AmendmentId, number: number, reason: string) =>
  openTask(ctx, {
    kind: "strategy",
    subjectId: id,
    title: say(ctx)("unreadTask", { number }),
    detail: reason.slice(0, 500),
    path: paths.officeAmendment(id),
    dueAt: instantAt(plusDays(dayOf(ctx.now), 2)),
  });

type Base = { readonly words: string; readonly amendsId: AmendmentId | null } & Pick<
  Amendment,
  "paragraphId"
>;

// The words that change: of the paragraph, or of an open amendment to it. What amends an amendment is not amended itself.
const baseOf = async (
  ctx: Context,
  version: Id<"strategyVersion">,
  { action, paragraphId, amends }: AmendmentInput,
): Promise<Outcome<Base, "gone" | "settled">> => {
  if (amends === undefined) {
    const row = (await listParagraphs(ctx, version)).find(({ id }) => id === paragraphId);
    if (!row && (paragraphId !== null || action !== "insert")) return refused("gone");
    return done({ words: row?.words ?? "", paragraphId, amendsId: null });
  }
  // Whoever takes other words over into it at the same moment waits, or is waited for: the words are those that hold.
  await holdVersionOf(ctx, amends);
  await ctx.db.selectFrom("amendments").select("id").where("id", "=", amends).forUpdate().execute();
  const parent = found(await findAmendment(ctx, amends));
  const fits = parent.versionId === version && parent.state === "open" && parent.amendsId === null;
  if (!fits || parent.action === "delete" || parent.paragraphId === null || action !== "change")
    return refused("settled");
  return done({ words: parent.words, paragraphId: parent.paragraphId, amendsId: parent.id });
};

/** Proposes a change to the version that is open for it. What citizens write is read by the office before others see it. */
export const proposeAmendment = async (
  ctx: Context,
  input: AmendmentInput,
): Promise<Outcome<{ readonly id: AmendmentId; readonly number: number }, AmendmentRefusal>> => {
  allow(may.amend(ctx));
  const version = await findOpenVersion(ctx);
  if (!version) return refused("closed");
  const { action, words, reason } = input;
  const author = await authorFor(ctx, input);
  const base = await baseOf(ctx, version.id, input);
  if (!base.ok) return base;
  const { paragraphId, amendsId } = base.value;
  const edits = action === "change" ? diffWords(base.value.words, words) : [];
  if (action === "change" && edits.length === 0) return refused("same");
  const number = await nextNumber(ctx);
  const state = author.authorKind === "citizen" && !may.run(ctx) ? "submitted" : "open";
  const { id } = await ctx.db
    .insertInto("amendments")
    .values({
      ...author,
      number,
      versionId: version.id,
      paragraphId,
      amendsId,
      action,
      operations: JSON.stringify(edits),
      words: action === "delete" ? "" : words,
      reason,
      state,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "amendment.proposed", id, { number, versionId: version.id, paragraphId, action });
  if (state === "submitted") await putOnWorklist(ctx, id, number, reason);
  return done({ id, number });
};
