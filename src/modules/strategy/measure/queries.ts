import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { MeasureId } from "#modules/strategy/measures/queries.ts";
import { listEdges } from "#modules/threads/queries.ts";

/**
 * Whoever had a part in what led to this measure, as far as they have a file: authors and supporters of proposals,
 * those who were at a workshop whose cards or steps it comes of, and who owns such a step.
 */
export const listUpstream = async (ctx: Context, id: MeasureId): Promise<readonly Id<"person">[]> => {
  const edges = await listEdges(ctx, { kind: "measure", id }, "up");
  const idsOf = (kind: string) => edges.flatMap(({ from }) => (from.kind === kind ? [from.id] : []));
  const { rows } = await sql<{ personId: Id<"person"> }>`
    with workshop as (
      select workshop_id from cards where id = any(${idsOf("card")}::uuid[])
      union select workshop_id from card_clusters where id = any(${idsOf("cardCluster")}::uuid[])
      union select workshop_id from workshop_steps where id = any(${idsOf("workshopStep")}::uuid[])
      union select id from workshops where id = any(${idsOf("workshop")}::uuid[])
    )
    select person_id from proposal_authors where proposal_id = any(${idsOf("proposal")}::uuid[])
    union select person_id from proposal_supports where proposal_id = any(${idsOf("proposal")}::uuid[])
    union select owner_id from workshop_steps
      where id = any(${idsOf("workshopStep")}::uuid[]) and owner_id is not null
    union select person_id from workshop_registrations
      where workshop_id in (select workshop_id from workshop) and person_id is not null and state = 'registered'
    limit 20000`.execute(ctx.db);
  return rows.map(({ personId }) => personId);
};
