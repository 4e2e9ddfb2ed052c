import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Something to be told to one person: it goes into their next letter, together with all the rest. */
export type NewNotice = {
  readonly personId: Id<"person">;
  /** Of one key a person is told only once, however often it is written. */
  readonly key: string;
  /** A noun, as "reminder", "search", "call". */
  readonly kind: string;
  /** Finished words in the person's language. */
  readonly title: string;
  readonly text?: string;
  readonly path: string;
  /** Not told before this moment; at once when it is left out. */
  readonly notBefore?: Date;
  /** What is over by then is not told any more. */
  readonly until?: Date | null;
};

/** Lays a notice into somebody's next letter. What cannot wait for that letter is a mail of its own. */
export const notify = async (ctx: Context, notice: NewNotice): Promise<void> => {
  await ctx.db
    .insertInto("notices")
    .values({
      personId: notice.personId,
      key: notice.key,
      kind: notice.kind,
      title: notice.title,
      text: notice.text ?? "",
      path: notice.path,
      notBefore: notice.notBefore ?? ctx.now,
      until: notice.until ?? null,
    })
    .onConflict((conflict) => conflict.columns(["placeId", "personId", "key"]).doNothing())
    .execute();
};

/** Takes back what was not told yet, because it does not hold any more. */
export const unnotify = async (ctx: Context, personId: Id<"person">, key: string): Promise<void> => {
  await ctx.db
    .deleteFrom("notices")
    .where("personId", "=", personId)
    .where("key", "=", key)
    .where("toldAt", "is", null)
    .execute();
};
