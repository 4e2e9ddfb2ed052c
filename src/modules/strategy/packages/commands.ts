import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, Forbidden, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, many, paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { collides, collisionsAmong } from "#methods/amendment.ts";
import { findSeat, ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import {
  type AmendmentId,
  changeOf,
  findAmendment,
  listAmendments,
} from "#modules/strategy/amendments/queries.ts";
import { writeToSeats } from "#modules/strategy/letters/commands.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { VersionId } from "#modules/strategy/texts/queries.ts";
import { stanceKinds } from "#modules/strategy/vocabulary.ts";
import { say } from "./messages.ts";
import { bundledIn, findPackage, listPackageStances, type PackageId, type PackageRow } from "./queries.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** Who gives what, and gets what for it; which amendments are taken together or not at all. */
export const PackageInput = z.object({
  title: line(200),
  words: paragraph(6_000),
  amendments: many(
    z.string().refine((text): text is AmendmentId => isId<"amendment">(text), { error: "choose" }),
    15,
  ),
});
export type PackageInput = z.output<typeof PackageInput>;

/** Whether a seat can live with it; whoever cannot says why, and what would be needed. */
export const StanceInput = z
  .object({
    seatId: z.string().refine((text): text is SeatId => isId<"seat">(text), { error: "choose" }),
    stance: z.enum(stanceKinds),
    reason: optional(2_000),
    change: optional(2_000),
  })
  .refine(({ stance, reason }) => stance !== "cannotLive" || reason !== "", {
    error: "required",
    path: ["reason"],
  })
  .refine(({ stance, change }) => stance !== "cannotLive" || change !== "", {
    error: "required",
    path: ["change"],
  });
export type StanceInput = z.output<typeof StanceInput>;

/** How a package can end. */
export const endStates = ["agreed", "failed", "withdrawn"] as const;

export const EndInput = z.object({ state: z.enum(endStates), words: paragraph(4_000) });

export type PackageRefusal = "few" | "elsewhere" | "bundled" | "collide" | "accepted";
export type EndRefusal = "over" | "objections" | "collide";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('amendment_packages'), hashtext(${ctx.place.id}))`.execute(
    ctx.db,
  );
  const { last } = await ctx.db
    .selectFrom("amendmentPackages")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

type Asking = Pick<PackageRow, "id" | "number" | "title" | "words" | "amendmentIds"> & {
  readonly kind: "tied" | "reminded";
  /** What tells this letter from others about the same package. */
  readonly mark: string;
  readonly only?: ReadonlySet<string>;
};

/** Asks the voting seats, or some of them, what they can live with; one letter a person. Answers how many. */
export const askSeats = (ctx: Context, asking: Asking): Promise<number> => {
  const { kind, id, number, title, words: deal, amendmentIds, mark, only } = asking;
  return writeToSeats(ctx, {
    key: `amendment_package.${kind}:${mark}${id}`,
    path: paths.packageStance(number),
    only,
    write: (reader, seat) => {
      const words = say(reader);
      return {
        subject: words(`${kind}Subject`, { title }),
        paragraphs: [words(`${kind}Text`, { seat, n: amendmentIds.length }), deal],
        label: words("tiedLabel"),
      };
    },
  });
};

/**
 * Ties amendments of one version into a package, and asks the seats. An amendment is in one living package only; what
 * collides with each other, or with what was accepted, can never be taken together.
 */
export const addPackage = async (
  ctx: Context,
  versionId: VersionId,
  { title, words, amendments }: PackageInput,
): Promise<Outcome<{ readonly id: PackageId; readonly number: number }, PackageRefusal>> => {
  allow(may.run(ctx));
  const wanted = new Set<string>(amendments);
  if (wanted.size < 2) return refused("few");
  // Whoever ties or accepts something of this version at the same moment waits here.
  await ctx.db.selectFrom("strategyVersions").select("id").where("id", "=", versionId).forUpdate().execute();
  const all = await listAmendments(ctx, { version: versionId, states: ["open", "accepted"] });
  const rows = all.filter(({ id }) => wanted.has(id));
  if (rows.length < wanted.size) return refused("elsewhere");
  const bundled = await bundledIn(ctx, versionId);
  if (rows.some(({ id }) => bundled.has(id))) return refused("bundled");
  if (collisionsAmong(rows.map(changeOf)).length > 0) return refused("collide");
  const accepted = all.filter(({ id, state }) => state === "accepted" && !wanted.has(id));
  if (rows.some((row) => accepted.some((other) => collides(changeOf(row), changeOf(other)))))
    return refused("accepted");
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("amendmentPackages")
    .values({ title, words, number, versionId, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("packageAmendments")
    .values(rows.map((row) => ({ packageId: id, amendmentId: row.id })))
    .execute();
  for (const row of rows)
    await tieAsHouse(ctx, { kind: "amendment", id: row.id }, { kind: "amendmentPackage", id });
  const amendmentIds = rows.map((row) => row.id);
  const letters = await askSeats(ctx, { kind: "tied", id, number, title, words, amendmentIds, mark: "" });
  await record(ctx, "amendment_package.added", id, { number, amendments: rows.length, letters });
  return done({ id, number });
};

/** What a seat speaks to. */
export type On = { readonly amendmentId: AmendmentId } | { readonly packageId: PackageId };

/** A seat says whether it can live with it: whoever holds the seat, or the office as it was told. The last word counts. */
export const giveStance = async (
  ctx: Context,
  on: On,
  { seatId, stance, reason, change }: StanceInput,
): Promise<Outcome<null, "over">> => {
  const own = (await ownSeats(ctx)).some(({ id }) => id === seatId);
  if (!own && !may.run(ctx)) throw new Forbidden();
  found(await findSeat(ctx, seatId));
  // Whoever decides on it at the same moment waits, so that no word comes after the end.
  await ("packageId" in on
    ? ctx.db.selectFrom("amendmentPackages").select("id").where("id", "=", on.packageId).forUpdate().execute()
    : ctx.db.selectFrom("amendments").select("id").where("id", "=", on.amendmentId).forUpdate().execute());
  const open =
    "packageId" in on
      ? found(await findPackage(ctx, on.packageId)).state === "open"
      : found(await findAmendment(ctx, on.amendmentId)).state === "open";
  if (!open) return refused("over");
  const words = { stance, reason, change, madeBy: myself(ctx) };
  await ctx.db
    .insertInto("stances")
    .values({ ...on, seatId, ...words })
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "packageId" in on ? "packageId" : "amendmentId", "seatId"])
        .doUpdateSet({ ...words, changedAt: ctx.now }),
    )
    .execute();
  await record(ctx, "stance.given", "packageId" in on ? on.packageId : on.amendmentId, { seatId, stance });
  return done(null);
};

/** Agreed: all its amendments are accepted at once, if no seat says it cannot live with it. Otherwise it ends with a reason. */
export const endPackage = async (
  ctx: Context,
  id: PackageId,
  state: (typeof endStates)[number],
  words: string,
): Promise<Outcome<null, EndRefusal>> => {
  allow(may.run(ctx));
  await ctx.db.selectFrom("amendmentPackages").select("id").where("id", "=", id).forUpdate().execute();
  const row = found(await findPackage(ctx, id));
  if (row.state !== "open") return refused("over");
  if (state === "agreed") {
    if ((await listPackageStances(ctx, id)).some(({ stance }) => stance === "cannotLive"))
      return refused("objections");
    const ids = new Set<string>(row.amendmentIds);
    const rows = await listAmendments(ctx, { version: row.versionId, states: ["open", "accepted"] });
    const together = rows.filter((one) => ids.has(one.id) || one.state === "accepted");
    if (together.filter((one) => ids.has(one.id)).length < ids.size) return refused("over");
    if (together.some(({ versionState }) => versionState === "adopted" || versionState === "replaced"))
      return refused("over");
    if (collisionsAmong(together.map(changeOf)).length > 0) return refused("collide");
    for (const one of together)
      if (one.state === "open") {
        const accepted = await acceptAmendment(ctx, one.id, words);
        if (!accepted.ok) throw new Error(`a package stopped: ${accepted.because}`);
      }
  }
  await ctx.db
    .updateTable("amendmentPackages")
    .set({ state, stateWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, `amendment_package.${state}`, id, { words });
  return done(null);
};

/** Who typed a stance is forgotten; the seat's word stays. */
export const forgetTypist = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("stances").set({ madeBy: null }).where("madeBy", "=", person).execute();
};
