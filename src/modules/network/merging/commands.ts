import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type OrganizationId = Id<"organization">;

// Where both stood, the one that lives on stays with the better answer; a cooperation with oneself is none.
const moveMembers = async (ctx: Context, from: OrganizationId, into: OrganizationId): Promise<void> => {
  await sql`
    update cooperation_members m set state = 'confirmed', answered_at = o.answered_at, answered_by = o.answered_by
    from cooperation_members o
    where m.organization_id = ${into} and o.organization_id = ${from} and o.cooperation_id = m.cooperation_id
      and o.state = 'confirmed' and m.state = 'proposed'`.execute(ctx.db);
  await sql`
    delete from cooperation_members o where o.organization_id = ${from}
      and exists (select from cooperation_members m where m.cooperation_id = o.cooperation_id
        and m.organization_id = ${into})`.execute(ctx.db);
  await sql`update cooperation_members set organization_id = ${into} where organization_id = ${from}`.execute(
    ctx.db,
  );
  await sql`update cooperations set proposed_by_id = ${into} where proposed_by_id = ${from}`.execute(ctx.db);
  await sql`
    update cooperations c set state = 'withdrawn', confirmed_at = null, changed_at = ${ctx.now}
    where c.state in ('proposed', 'confirmed')
      and exists (select from cooperation_members m where m.cooperation_id = c.id and m.organization_id = ${into})
      and (select count(*) from cooperation_members m where m.cooperation_id = c.id) < 2`.execute(ctx.db);
};

const moveParts = async (ctx: Context, from: OrganizationId, into: OrganizationId): Promise<void> => {
  await sql`
    delete from network_actors a where a.organization_id = ${from}
      and exists (select from network_actors b where b.organization_id = ${into} and b.ends_on is null)
      and a.ends_on is null`.execute(ctx.db);
  await sql`update network_actors set organization_id = ${into} where organization_id = ${from}`.execute(
    ctx.db,
  );
  await sql`delete from network_positions where organization_id = ${from}`.execute(ctx.db);
  await sql`
    update working_group_members set organization_id = ${into} where organization_id = ${from}`.execute(
    ctx.db,
  );
};

/** What an organization stood in goes over to the one it was merged into. */
export const mergeOrganization = async (
  ctx: Context,
  from: OrganizationId,
  into: OrganizationId,
): Promise<void> => {
  await moveMembers(ctx, from, into);
  await moveParts(ctx, from, into);
};
