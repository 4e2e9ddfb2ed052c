import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import { notifyAll } from "#modules/people/notices/commands.ts";
import { type Follower, listFollowers, listReaders } from "./queries.ts";

/** In whose language, and on which day, a notice is written. */
export type Reader = Pick<Context, "language" | "now">;

export type News = {
  /** Of one key everybody is told only once. */
  readonly key: string;
  readonly say: (reader: Reader) => { readonly title: string; readonly text?: string };
  readonly path: string;
  /** Who did it themselves need not be told. */
  readonly except?: Id<"person"> | undefined;
  /** What is over by then is not told any more. */
  readonly until?: Date | undefined;
};

const tellReaders = async (
  ctx: Context,
  readers: readonly Follower[],
  { key, say, path, except, until }: News,
): Promise<number> => {
  const told = readers.filter(({ id }) => id !== except);
  const words = new Map<string, ReturnType<News["say"]>>();
  const wordsIn = (language: string) => {
    const known = words.get(language) ?? say({ language, now: ctx.now });
    words.set(language, known);
    return known;
  };
  await notifyAll(
    ctx,
    told.map(({ id, language }) => ({
      personId: id,
      key,
      kind: "participation",
      path,
      until: until ?? null,
      ...wordsIn(ctx.place.languages.includes(language) ? language : ctx.language),
    })),
  );
  return told.length;
};

/**
 * Tells everybody who follows a process, each in their own language and in their next letter, together with all else
 * that waits for them. Answers how many it reaches.
 */
export const tellInvolved = async (
  ctx: Context,
  process: { readonly id: ProcessId },
  news: News,
): Promise<number> => tellReaders(ctx, await listFollowers(ctx, process.id), news);

/** Tells these people, in the same way. */
export const tellPeople = async (
  ctx: Context,
  people: readonly Id<"person">[],
  news: News,
): Promise<number> => tellReaders(ctx, await listReaders(ctx, people), news);
