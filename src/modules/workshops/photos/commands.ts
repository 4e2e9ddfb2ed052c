import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type PictureRefusal, showPictureTo, storePicture } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { line } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, type WorkshopId } from "#modules/workshops/queries.ts";

const words = (max: number) =>
  line(max)
    .optional()
    .transform((value) => value ?? "");

/** A photo for the report needs the consent of those on it, in words: who said yes, and how. */
export const PhotoInput = z
  .object({
    alt: line(500),
    caption: words(500),
    use: z.enum(["evidence", "report"]),
    consentWords: words(500),
  })
  .refine(({ use, consentWords }) => use === "evidence" || consentWords !== "", {
    error: "consent",
    path: ["consentWords"],
  });
export type PhotoInput = z.output<typeof PhotoInput>;

const mostPhotos = 100;

/** Keeps a picture of the day: as evidence, which only the office sees, or for the report. */
export const addPhoto = async (
  ctx: Context,
  workshop: WorkshopId,
  { alt, ...input }: PhotoInput,
  file: File,
): Promise<Outcome<Id<"workshopPhoto">, PictureRefusal | "tooMany">> => {
  allow(may.run(ctx));
  found(await findWorkshop(ctx, workshop));
  const { n } = await ctx.db
    .selectFrom("workshopPhotos")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("workshopId", "=", workshop)
    .executeTakeFirstOrThrow();
  if (n >= mostPhotos) return refused("tooMany");
  const stored = await storePicture(ctx, file, alt, { forOffice: input.use === "evidence" });
  if (!stored.ok) return stored;
  const { id } = await ctx.db
    .insertInto("workshopPhotos")
    .values({
      ...input,
      workshopId: workshop,
      fileId: stored.value,
      position: n,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "workshop_photo.added", id, { workshopId: workshop, use: input.use });
  return done(id);
};

/** Takes a picture out: it is neither evidence nor for the report any more, and only the office can open it. */
export const removePhoto = async (
  ctx: Context,
  workshop: WorkshopId,
  id: Id<"workshopPhoto">,
): Promise<void> => {
  allow(may.run(ctx));
  const row = await ctx.db
    .deleteFrom("workshopPhotos")
    .where("id", "=", id)
    .where("workshopId", "=", workshop)
    .returning("fileId")
    .executeTakeFirst();
  if (!row) return;
  await showPictureTo(ctx, row.fileId, { forOffice: true });
  await record(ctx, "workshop_photo.removed", id, { workshopId: workshop });
};
