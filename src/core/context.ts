import type { Actor } from "./actor.ts";
import type { Transaction } from "./db.ts";
import type { Id } from "./id.ts";

/** The town of this request, as much of it as every page needs. */
export type Place = {
  readonly id: Id<"place">;
  readonly slug: string;
  readonly name: string;
  readonly host: string;
};

/** All that domain code may know of the moment it runs in: where, who, when, in which words. */
export type Context = {
  readonly place: Place;
  readonly actor: Actor;
  readonly now: Date;
  readonly language: string;
  /** This request's one transaction. Row-level security fences it to `place`. */
  readonly db: Transaction;
};

/** A context before its transaction is open. */
export type Moment = Omit<Context, "db">;
