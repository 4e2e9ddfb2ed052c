import type { Context } from "#core/context.ts";
import { storePicture } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";

export type PictureRefusal = "choosePicture" | "notAPicture" | "tooBig" | "noAlternativeText";

/** The line of Markdown that shows a picture where it stands. */
export const pictureSnippet = (id: Id<"file">, words: string): string =>
  `![${words
    .replace(/[[\]\\]/gu, "")
    .replace(/\s+/gu, " ")
    .trim()}](/dateien/${id})`;

const chosen = (file: unknown): file is File => file instanceof File && file.size > 0;

/** Was a picture sent along? */
export const hasPicture = (body: Readonly<Record<string, unknown>>): boolean => chosen(body["picture"]);

/** Keeps the picture of a sent form (fields `picture` and `pictureText`). */
export const keepPicture = async (
  ctx: Context,
  body: Readonly<Record<string, unknown>>,
): Promise<Outcome<{ id: Id<"file">; snippet: string }, PictureRefusal>> => {
  const { picture, pictureText } = body;
  if (!chosen(picture)) return refused("choosePicture");
  const words = typeof pictureText === "string" ? pictureText.trim() : "";
  if (words === "") return refused("noAlternativeText");
  const outcome = await storePicture(ctx, picture, words);
  return outcome.ok ? done({ id: outcome.value, snippet: pictureSnippet(outcome.value, words) }) : outcome;
};
