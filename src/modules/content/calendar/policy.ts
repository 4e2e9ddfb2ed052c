import { type Actor, reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may as mayWrite } from "#modules/content/policy.ts";
import { speaksFor } from "#modules/organizations/policy.ts";

type Asker = Pick<Context, "actor">;
type Hosted = { readonly organizationId: Id<"organization"> | null };

/** The organizations in whose name the actor puts dates into the calendar. */
export const hostsOf = (actor: Actor): "everywhere" | readonly Id<"organization">[] => {
  const clubs = reach(actor, "representative");
  const companies = reach(actor, "partner");
  if (mayWrite.write({ actor }) || clubs === "everywhere" || companies === "everywhere") return "everywhere";
  return [...clubs, ...companies];
};

/** Who puts dates into the calendar: authors of the town all of them, others those of their organization. */
export const may = {
  announce: ({ actor }: Asker): boolean => hostsOf(actor).length > 0,
  change: (ctx: Asker, { organizationId }: Hosted): boolean =>
    mayWrite.write(ctx) || (organizationId !== null && speaksFor(ctx.actor, organizationId)),
};
