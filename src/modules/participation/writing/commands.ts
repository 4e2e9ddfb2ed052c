import * as z from "zod";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import { type PictureRefusal, showPictureTo, storePicture } from "#core/files.ts";
import { type Id, isId } from "#core/id.ts";
import { amount, line, paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { distanceKilometers, type Point } from "#methods/geography.ts";
import { type ProposalWords, proposalToEdit } from "#modules/participation/proposals/commands.ts";
import { mostPictures } from "#modules/participation/proposals/vocabulary.ts";
import type { Process } from "#modules/participation/schema.ts";

const optional = <T extends z.ZodType<string, string>>(text: T) =>
  text.optional().transform((value) => value ?? "");

// "51.504, 14.64" as map programs copy it, "51,504 14,64" as people type it.
const twoNumbers = /^(-?\d{1,2}(?:[.,]\d{1,12})?)\s*[;,\s]\s*(-?\d{1,3}(?:[.,]\d{1,12})?)$/u;
const degrees = (text: string): number => Number(text.replace(",", "."));

/** A point on the map, as it is copied or typed. */
const point = z
  .string()
  .trim()
  .transform((text, issues): Point => {
    const [, latitude, longitude] = twoNumbers.exec(text) ?? [];
    if (latitude !== undefined && longitude !== undefined && Math.abs(degrees(latitude)) <= 90)
      return { latitude: degrees(latitude), longitude: degrees(longitude) };
    issues.addIssue({ code: "custom", message: "point" });
    return z.NEVER;
  })
  .optional();

export const WordsInput = z.object({
  title: line(120),
  words: paragraph(6_000),
  placeWords: optional(line(300)),
  point,
  cost: amount(100, 10_000_000_000).optional(),
  costWords: optional(paragraph(2_000)),
});
export type WordsInput = z.output<typeof WordsInput>;

/** Under one's own name, for an organization one speaks for, or without a name. */
export const ProposalInput = z.object({
  ...WordsInput.shape,
  from: z.string().refine((value) => value === "named" || value === "unnamed" || isId(value), {
    error: "choose",
  }),
});
export type ProposalInput = z.output<typeof ProposalInput>;

const farthestKilometers = 60;

/** Whether a point lies where the town can do something about it. */
export const isFar = ({ place }: Context, point: Point | undefined): boolean =>
  point !== undefined && distanceKilometers(place, point) > farthestKilometers;

/** What a form says, as proposals keep it. */
export const wordsOf = ({ title, words, placeWords, point, cost, costWords }: WordsInput): ProposalWords => ({
  title,
  words,
  placeWords,
  point: point ?? null,
  costCents: cost ?? null,
  costWords,
});

/** Shows a picture with a proposal, for everybody; at most four. */
export const addPicture = async (
  ctx: Context,
  process: Process,
  proposal: Id<"proposal">,
  { file, alternativeText }: { readonly file: File; readonly alternativeText: string },
): Promise<Outcome<Id<"proposalPicture">, PictureRefusal | "notOpen" | "enough">> => {
  const open = await proposalToEdit(ctx, process, proposal);
  if (!open.ok) return open;
  const { n, last } = await ctx.db
    .selectFrom("proposalPictures")
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.max("position").as("last")])
    .where("proposalId", "=", proposal)
    .executeTakeFirstOrThrow();
  if (n >= mostPictures) return refused("enough");
  const stored = await storePicture(ctx, file, alternativeText);
  if (!stored.ok) return stored;
  const { id } = await ctx.db
    .insertInto("proposalPictures")
    .values({ proposalId: proposal, fileId: stored.value, position: (last ?? 0) + 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "proposal_picture.added", id, { proposalId: proposal });
  return done(id);
};

/** Takes a picture away: from then on only the office can open it. */
export const removePicture = async (
  ctx: Context,
  process: Process,
  proposal: Id<"proposal">,
  id: Id<"proposalPicture">,
): Promise<Outcome<null, "notOpen">> => {
  const open = await proposalToEdit(ctx, process, proposal);
  if (!open.ok) return open;
  const row = await ctx.db
    .deleteFrom("proposalPictures")
    .where("id", "=", id)
    .where("proposalId", "=", proposal)
    .returning("fileId")
    .executeTakeFirst();
  if (!row) return done(null);
  await showPictureTo(ctx, row.fileId, { forOffice: true });
  await record(ctx, "proposal_picture.removed", id, { proposalId: proposal });
  return done(null);
};
