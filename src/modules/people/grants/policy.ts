import { type Actor, type Grant, holds, type Role } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { isSelf } from "#modules/people/policy.ts";
import type { Person } from "#modules/people/schema.ts";

type Asker = Pick<Context, "actor">;
type Scope = Id<"organization"> | null;

/** Which roles a role includes: nobody gives away more than they hold. */
const covers: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  administrator: [
    "administrator",
    "coordinator",
    "editor",
    "consortium",
    "chair",
    "juror",
    "representative",
    "partner",
  ],
  coordinator: ["coordinator", "editor", "consortium", "chair", "juror", "representative", "partner"],
  programme: ["programme"],
  representative: ["representative"],
  partner: ["partner"],
};

const coverers = (role: Role): readonly Role[] =>
  Object.entries(covers).flatMap(([holder, given]) => (given.includes(role) ? [holder as Role] : []));

const commands = (actor: Actor, { role, organizationId }: Grant): boolean =>
  coverers(role).some((holder) => holds(actor, holder, organizationId));

/** Who may hand out and end roles, and decide about somebody's access. */
export const mayAccess = {
  grant: ({ actor }: Asker, role: Role, organizationId: Scope): boolean =>
    commands(actor, { role, organizationId }),
  /** One's own role may always be given back. */
  end: ({ actor }: Asker, person: Pick<Person, "id">, grant: Grant): boolean =>
    isSelf(actor, person) || commands(actor, grant),
  /** Lock somebody out or take their second factor away: only whoever could also give all the roles they hold. */
  manage: ({ actor }: Asker, person: Pick<Person, "id">, grants: readonly Grant[]): boolean =>
    (holds(actor, "administrator") || holds(actor, "coordinator")) &&
    !isSelf(actor, person) &&
    grants.every((grant) => commands(actor, grant)),
};
