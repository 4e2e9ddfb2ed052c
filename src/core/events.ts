import type { Context } from "./context.ts";
import type { Id } from "./id.ts";

/** `opportunity.published`: the noun it happened to, and what happened. */
export type EventName = `${string}.${string}`;

export type EventRow = {
  readonly id: Id<"event">;
  readonly placeId: Id<"place">;
  readonly actorId: Id<"person"> | null;
  readonly name: EventName;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
};

export type Reaction = (ctx: Context, event: Pick<EventRow, "name" | "subjectId" | "data">) => Promise<void>;

const reactions = new Map<string, Reaction[]>();

/** The roof hands in what each module does when something happened further down. */
export const listen = (name: EventName, reaction: Reaction): void => {
  reactions.set(name, [...(reactions.get(name) ?? []), reaction]);
};

/**
 * Writes down what happened, in the same transaction as the happening: audit, feeds, mails, statistics and jobs
 * read it. Modules above that listen for it act in this transaction too, so both happen or neither.
 */
export const record = async (
  ctx: Context,
  name: EventName,
  subjectId: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const actorId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db
    .insertInto("events")
    .values({ name, subjectId, actorId, data: JSON.stringify(data) })
    .execute();
  await react(ctx, { name, subjectId, data });
};

/** Lets those who listen act on what was written down together with the happening, in one statement with it. */
export const react = async (ctx: Context, event: Parameters<Reaction>[1]): Promise<void> => {
  for (const reaction of reactions.get(event.name) ?? []) await reaction(ctx, event);
};
