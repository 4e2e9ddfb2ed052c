import type { Context } from "#core/context.ts";
import { type PictureRefusal, storePicture } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { addPaperCards } from "#modules/workshops/cards/commands.ts";
import { workshopToWrite } from "#modules/workshops/commands.ts";
import { listTables, type WorkshopId } from "#modules/workshops/queries.ts";
import type { WorkshopPhase } from "#modules/workshops/schema.ts";
import { say } from "./messages.ts";

const longest = 500;
const mostLines = 500;

/** The cards in pasted lines: one a line, without bullets, empty ones left out; and what is odd about them. */
export const readLines = (pasted: string) => {
  const lines = pasted
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:[-–•*·]|\d{1,3}[.)])\s+/u, "").trim())
    .filter((line) => line !== "")
    .slice(0, mostLines);
  const tooLong = lines.filter((line) => [...line].length > longest).length;
  const doubled = lines.length - new Set(lines.map((line) => line.toLocaleLowerCase())).size;
  return { cards: lines.map((line) => [...line].slice(0, longest).join("")), tooLong, doubled };
};

export type Pasted = {
  readonly phase: Pick<WorkshopPhase, "id" | "title">;
  readonly table: Id<"workshopTable"> | null;
  readonly cards: readonly string[];
  /** The key of the form: sent again, its lines are the same cards. */
  readonly key: string;
  readonly photo: File | undefined;
};

export type PaperRefusal = "notOpen" | "canceled" | "empty" | PictureRefusal;

/** Keeps cards from paper, with the photo of their pinboard as evidence. */
export const takePaper = async (
  ctx: Context,
  id: WorkshopId,
  { phase, table, cards, key, photo }: Pasted,
): Promise<Outcome<{ readonly taken: number; readonly again: number }, PaperRefusal>> => {
  const workshop = await workshopToWrite(ctx, id);
  if (workshop.state === "canceled") return refused("canceled");
  if (cards.length === 0) return refused("empty");
  const at = (await listTables(ctx, id)).find((one) => one.id === table)?.id ?? null;
  const words = say(ctx)("photoText", { part: phase.title, title: workshop.title });
  const picture = photo ? await storePicture(ctx, photo, words, { forOffice: true }) : undefined;
  if (picture && !picture.ok) return refused(picture.because);
  const file = picture?.value ?? null;
  const lines = cards.map((text, index) => ({ text, clientKey: `${key}-${index}` }));
  const outcome = await addPaperCards(ctx, { workshop: id, phase: phase.id, table: at, file, lines });
  if (!outcome.ok) return outcome;
  if (file)
    await ctx.db
      .insertInto("workshopPhotos")
      .values({
        workshopId: id,
        fileId: file,
        caption: words,
        madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      })
      .execute();
  return done(outcome.value);
};
