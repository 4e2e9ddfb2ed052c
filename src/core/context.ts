import type { Actor } from "./actor.ts";
import type { Transaction } from "./db.ts";
import type { Id } from "./id.ts";

/** The town of this request, as much of it as every page needs. */
export type Place = {
  readonly id: Id<"place">;
  readonly slug: string;
  readonly name: string;
  readonly sorbianName: string | null;
  readonly lead: string;
  readonly languages: readonly string[];
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly officeName: string;
  readonly officeStreet: string;
  readonly officePostcode: string;
  readonly officeTown: string;
  readonly officePhone: string;
  readonly officeEmail: string;
  readonly officePeople: string;
  readonly openingHours: string;
  readonly accentLight: string;
  readonly accentDark: string;
  readonly accentDeep: string;
  readonly logoFileId: Id<"file"> | null;
  readonly demo: boolean;
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
