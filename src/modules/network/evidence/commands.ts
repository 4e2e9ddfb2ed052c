import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { readPdf, storeDocument } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { day, line, tick, webAddress } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { lockCooperation, type NewCooperation } from "#modules/network/cooperations/commands.ts";
import { type CooperationId, listMembers } from "#modules/network/cooperations/queries.ts";
import { may, speaksFor } from "#modules/network/policy.ts";
import { evidenceKinds } from "#modules/network/vocabulary.ts";

/** What shows it: what it was, on which day, and maybe where it can be read. */
export const EvidenceInput = z.object({
  kind: z.enum(evidenceKinds),
  words: line(1_000),
  happenedOn: day,
  url: webAddress.optional().transform((value) => value ?? ""),
  public: tick,
});
export type EvidenceInput = z.output<typeof EvidenceInput>;

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

// Its members that did not decline, and the office.
const takesPart = async (ctx: Context, id: CooperationId): Promise<boolean> => {
  const own = speaksFor(ctx);
  if (own === "everywhere") return true;
  const members = await listMembers(ctx, [id]);
  return members.some(({ state, organizationId }) => state !== "declined" && own.includes(organizationId));
};

export type EvidenceRefusal = "over" | "future" | "notAPdf" | "tooBig";

// The file itself is handed out by the page of the cooperation, which knows who may read it.
const keepPaper = async (ctx: Context, paper: File): Promise<Outcome<Id<"file">, "notAPdf" | "tooBig">> => {
  const pdf = await readPdf(paper);
  if (!pdf.ok) return pdf;
  return done(
    await storeDocument(ctx, {
      name: paper.name.slice(-100),
      mediaType: "application/pdf",
      bytes: pdf.value,
      forOffice: true,
    }),
  );
};

/** Adds what shows that a cooperation is real, maybe with a PDF: one of its members, or the office. */
export const addEvidence = async (
  ctx: Context,
  id: CooperationId,
  input: EvidenceInput,
  paper?: File,
): Promise<Outcome<Id<"cooperationEvidence">, EvidenceRefusal>> => {
  const cooperation = await lockCooperation(ctx, id);
  allow(await takesPart(ctx, id));
  if (cooperation.state === "withdrawn" || cooperation.state === "declined") return refused("over");
  if (input.happenedOn > dayOf(ctx.now)) return refused("future");
  const kept = paper ? await keepPaper(ctx, paper) : done(null);
  if (!kept.ok) return kept;
  const row = await ctx.db
    .insertInto("cooperationEvidence")
    .values({ ...input, cooperationId: id, fileId: kept.value, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "cooperation.evidenced", id, { kind: input.kind });
  return done(row.id);
};

/** Takes away what was added by mistake. */
export const dropEvidence = async (
  ctx: Context,
  id: CooperationId,
  evidence: Id<"cooperationEvidence">,
): Promise<void> => {
  await lockCooperation(ctx, id);
  allow(await takesPart(ctx, id));
  found(
    await ctx.db
      .deleteFrom("cooperationEvidence")
      .where("id", "=", evidence)
      .where("cooperationId", "=", id)
      .returning("id")
      .executeTakeFirst(),
  );
  await record(ctx, "cooperation.unevidenced", id);
};

export type KnownCooperation = Omit<NewCooperation, "proposedBy" | "internal" | "renews"> & {
  readonly endWords?: string;
  readonly evidence: { readonly kind: EvidenceInput["kind"]; readonly words: string };
};

/**
 * Writes down what was agreed long ago and is known from paper: each with the evidence, confirmed by all at once.
 * Only for the office, in few statements; answers their ids in the order of the list.
 */
export const recordKnown = async (
  ctx: Context,
  list: readonly KnownCooperation[],
): Promise<readonly CooperationId[]> => {
  allow(may.run(ctx));
  if (list.length === 0) return [];
  const kept = list.map((one) => ({ id: crypto.randomUUID() as CooperationId, one }));
  await ctx.db
    .insertInto("cooperations")
    .values(
      kept.map(({ id, one: { organizations: _, evidence: __, ...values } }) => ({
        ...values,
        id,
        state: "confirmed" as const,
        confirmedAt: ctx.now,
        madeBy: myself(ctx),
      })),
    )
    .execute();
  await ctx.db
    .insertInto("cooperationMembers")
    .values(
      kept.flatMap(({ id, one }) =>
        one.organizations.map((organizationId) => ({
          cooperationId: id,
          organizationId,
          state: "confirmed" as const,
          answeredAt: ctx.now,
          answeredBy: myself(ctx),
        })),
      ),
    )
    .execute();
  await ctx.db
    .insertInto("cooperationEvidence")
    .values(
      kept.map(({ id, one }) => ({
        ...one.evidence,
        cooperationId: id,
        happenedOn: one.startsOn,
        madeBy: myself(ctx),
      })),
    )
    .execute();
  for (const { id, one } of kept)
    await record(ctx, "cooperation.confirmed", id, { kind: one.kind, members: one.organizations });
  return kept.map(({ id }) => id);
};
