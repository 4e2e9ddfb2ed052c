import { Forbidden } from "./errors.ts";
import type { Id } from "./id.ts";

export const roles = [
  "coordinator",
  "editor",
  "representative",
  "partner",
  "consortium",
  "chair",
  "juror",
  "programme",
  "administrator",
] as const;

/** What a person may be at a place; a grant says it, with a date. */
export type Role = (typeof roles)[number];

/** A role at the whole town (`organizationId` null) or at one organization. */
export type Grant = { readonly role: Role; readonly organizationId: Id<"organization"> | null };

export type PersonActor = {
  readonly kind: "person";
  readonly id: Id<"person">;
  readonly accountId: Id<"account">;
  readonly name: string;
  readonly grants: readonly Grant[];
};

/** Who acts: somebody unknown, a signed-in person, or the house itself (jobs, the example town). */
export type Actor = { readonly kind: "visitor" } | PersonActor | { readonly kind: "system" };

export const visitor: Actor = { kind: "visitor" };
export const system: Actor = { kind: "system" };

/**
 * Where an actor holds a role: everywhere in the town, or at some organizations only.
 * `holds` asks it of one row, `visible` in queries of many, so the two cannot disagree.
 */
export const reach = (actor: Actor, role: Role): "everywhere" | readonly Id<"organization">[] => {
  if (actor.kind === "system") return "everywhere";
  if (actor.kind === "visitor") return [];
  const grants = actor.grants.filter((grant) => grant.role === role);
  if (grants.some((grant) => grant.organizationId === null)) return "everywhere";
  return grants.flatMap((grant) => grant.organizationId ?? []);
};

/** Does the actor hold the role for the whole town, or, when an organization is named, at that organization? */
export const holds = (actor: Actor, role: Role, organizationId?: Id<"organization"> | null): boolean => {
  const where = reach(actor, role);
  if (where === "everywhere") return true;
  return organizationId !== undefined && organizationId !== null && where.includes(organizationId);
};

/** The office: coordinators of the town (and the house itself). */
export const isStaff = (actor: Actor): boolean => reach(actor, "coordinator") === "everywhere";

/** The signed-in person, or the page that asks to sign in. */
export const signedIn = (actor: Actor): PersonActor => {
  if (actor.kind !== "person") throw new Forbidden();
  return actor;
};
