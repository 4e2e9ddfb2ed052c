import { type Actor, holds, isStaff, type Role } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Person } from "./schema.ts";

type Asker = Pick<Context, "actor">;

/** Roles that reach into other people's data: they count only in a session with a second factor. */
export const guardedRoles: readonly Role[] = ["coordinator", "editor", "administrator", "programme"];

/** Is this the person themself? */
export const isSelf = (actor: Actor, person: Pick<Person, "id">): boolean =>
  actor.kind === "person" && actor.id === person.id;

/** Who may change what about people. Who may see whom is `visible` in queries. */
export const may = {
  /** Look through everybody the town knows: the office, and whoever hands out roles. */
  browse: ({ actor }: Asker): boolean => isStaff(actor) || holds(actor, "administrator"),
  /** Start a file for somebody at the counter or on the phone. */
  keep: ({ actor }: Asker): boolean => isStaff(actor),
  /** Brings people along in a table, with the word that they agreed: the office, or an organization for its own plan. */
  bring: ({ actor }: Asker, organizationId?: Id<"organization">): boolean =>
    isStaff(actor) ||
    holds(actor, "representative", organizationId) ||
    holds(actor, "partner", organizationId),
  change: ({ actor }: Asker, person: Pick<Person, "id">): boolean => isStaff(actor) || isSelf(actor, person),
  /** Print the code with which somebody takes over the file that the office keeps. */
  makeCode: ({ actor }: Asker, person: Pick<Person, "accountId" | "leftAt">): boolean =>
    isStaff(actor) && person.accountId === null && person.leftAt === null,
};

type Minor = Pick<Person, "ageBand" | "guardianName" | "guardianContact" | "guardianAgreedAt" | "leftAt">;

/**
 * May anything about this person be passed on? For those under 16 a parent or guardian must be named, reachable
 * and have agreed; whoever left is not passed on at all. An age that nobody gave does not stand in the way.
 */
export const mayBeReferred = (
  person: Minor,
): Outcome<true, "left" | "guardianMissing" | "guardianNotAgreed"> => {
  if (person.leftAt !== null) return refused("left");
  if (person.ageBand !== "under16") return done(true);
  if (!person.guardianName || !person.guardianContact) return refused("guardianMissing");
  return person.guardianAgreedAt === null ? refused("guardianNotAgreed") : done(true);
};

/** May this person appear in public under their name? Nobody under 18 does, and nobody who did not say their age. */
export const mayBeShownInPublic = (person: Pick<Person, "ageBand" | "leftAt">): boolean =>
  person.ageBand === "adult" && person.leftAt === null;
