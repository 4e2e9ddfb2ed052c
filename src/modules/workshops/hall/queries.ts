import type { Context } from "#core/context.ts";
import { listTableCards } from "#modules/workshops/cards/queries.ts";
import { listClusters } from "#modules/workshops/clusters/queries.ts";
import { listOwnDots } from "#modules/workshops/dots/queries.ts";
import { findGuest } from "#modules/workshops/guests/queries.ts";
import { findHall, listPhases, listTables, openPhase } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopGuest } from "#modules/workshops/schema.ts";

/** The hall of this address and the phone that carries this token; without a hall nothing is there. */
export const findSeat = async (ctx: Context, slug: string, token: string | undefined) => {
  const workshop = await findHall(ctx, slug);
  return workshop && { workshop, guest: await findGuest(ctx, workshop.id, token) };
};

/** What a phone in the hall shows: the tables, the part that is open, and what lies on its table. */
export const readHall = async (ctx: Context, workshop: Workshop, guest: WorkshopGuest) => {
  const phase = openPhase(await listPhases(ctx, workshop.id));
  const seat = phase && { phase: phase.id, guest: guest.id, table: guest.tableId };
  return {
    phase,
    tables: await listTables(ctx, workshop.id),
    clusters: phase?.takes === "dots" ? await listClusters(ctx, phase.id) : [],
    given: phase?.takes === "dots" ? await listOwnDots(ctx, phase.id, guest.id) : new Map<string, number>(),
    cards: seat && phase.takes === "cards" ? await listTableCards(ctx, seat) : [],
  };
};
