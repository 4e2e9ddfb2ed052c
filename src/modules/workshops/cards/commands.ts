import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";
import type { Card } from "#modules/workshops/schema.ts";

export type NewCard = {
  readonly workshop: WorkshopId;
  readonly phase: Id<"workshopPhase">;
  readonly table?: Id<"workshopTable"> | null | undefined;
  readonly guest?: Id<"workshopGuest"> | null | undefined;
  readonly text: string;
  /** Made where the card was written: the same key is the same card, however often it is sent. */
  readonly clientKey: string;
  readonly how: Card["how"];
  readonly file?: Id<"file"> | null | undefined;
};

export type Taken = { readonly id: Id<"card">; readonly number: number; readonly again: boolean };
export type CardRefusal = "notOpen" | "tooMany";

/** More than this many cards in a quarter of an hour are no thoughts of one phone. */
const mostOfOnePhone = 60;
const quarterHour = 15 * 60_000;

/** How many cards lie for one workshop before it is enough. */
const mostOfAll = 20_000;

const kept = async (ctx: Context, workshop: WorkshopId, clientKey: string): Promise<Taken | undefined> => {
  const row = await ctx.db
    .selectFrom("cards")
    .select(["id", "number"])
    .where("workshopId", "=", workshop)
    .where("clientKey", "=", clientKey)
    .executeTakeFirst();
  return row && { ...row, again: true };
};

const isTooQuick = async (ctx: Context, { guest }: NewCard): Promise<boolean> => {
  if (!guest) return false;
  const { n } = await ctx.db
    .selectFrom("cards")
    .select((select) => select.fn.countAll<string>().as("n"))
    .where("guestId", "=", guest)
    .where("madeAt", ">", new Date(+ctx.now - quarterHour))
    .executeTakeFirstOrThrow();
  return Number(n) >= mostOfOnePhone;
};

/**
 * Takes one card. Sent again it is the same card with the same number, even after its phase has closed. The number
 * is drawn from the workshop's row, so that two cards of the same moment queue for it and none shares it. A card that
 * is sent twice in the same moment may leave a number empty, as a withdrawn one does.
 */
export const addCard = async (ctx: Context, card: NewCard): Promise<Outcome<Taken, CardRefusal>> => {
  const before = await kept(ctx, card.workshop, card.clientKey);
  if (before) return done(before);
  if (await isTooQuick(ctx, card)) return refused("tooMany");
  const { rows } = await sql<{ id: Id<"card">; number: number }>`
    with phase as (
      select p.id, p.workshop_id from workshop_phases p join workshops w on w.place_id = p.place_id and w.id = p.workshop_id
      where p.id = ${card.phase} and p.workshop_id = ${card.workshop}
        and (${card.how} = 'paper' or (p.takes = 'cards' and w.state = 'running'))
    ), counted as (
      update workshops set card_count = card_count + 1
      where id = (select workshop_id from phase) and card_count < ${mostOfAll}
        and not exists (select from cards where workshop_id = ${card.workshop} and client_key = ${card.clientKey})
      returning card_count
    )
    insert into cards (workshop_id, phase_id, table_id, guest_id, number, client_key, text, how, file_id, made_at, changed_at)
    select ${card.workshop}, phase.id, ${card.table ?? null}, ${card.guest ?? null}, card_count, ${card.clientKey},
      ${card.text}, ${card.how}, ${card.file ?? null}, ${ctx.now}, ${ctx.now}
    from phase, counted
    on conflict (place_id, workshop_id, client_key) do nothing
    returning id, number`.execute(ctx.db);
  const [row] = rows;
  if (row) return done({ ...row, again: false });
  const meanwhile = await kept(ctx, card.workshop, card.clientKey);
  return meanwhile ? done(meanwhile) : refused("notOpen");
};

/** "Doch nicht": a phone takes its own card back, while nobody has sorted it. Its number stays empty. */
export const withdrawCard = async (
  ctx: Context,
  guest: Id<"workshopGuest">,
  id: Id<"card">,
): Promise<Outcome<null, "sorted">> => {
  const row = found(
    await ctx.db
      .selectFrom("cards")
      .select(["id", "clusterId", "withdrawnAt", "guestId"])
      .where("id", "=", id)
      .where("guestId", "=", guest)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.withdrawnAt !== null) return done(null);
  if (row.clusterId !== null) return refused("sorted");
  await ctx.db
    .updateTable("cards")
    .set({ withdrawnAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "card.withdrawn", id);
  return done(null);
};

export type PaperCards = {
  readonly workshop: WorkshopId;
  readonly phase: Id<"workshopPhase">;
  readonly table: Id<"workshopTable"> | null;
  readonly file?: Id<"file"> | null;
  /** One thought each, with the key of its line. */
  readonly lines: readonly { readonly text: string; readonly clientKey: string }[];
};

/** Takes cards from paper, all in one statement; the lines keep their order in the numbers. */
export const addPaperCards = async (
  ctx: Context,
  { workshop, phase, table, file = null, lines }: PaperCards,
): Promise<Outcome<{ readonly taken: number; readonly again: number }, "notOpen">> => {
  const locked = await ctx.db
    .selectFrom("workshops")
    .select(["id", "cardCount"])
    .where("id", "=", workshop)
    .forUpdate()
    .executeTakeFirst();
  const known = await ctx.db
    .selectFrom("workshopPhases")
    .select("id")
    .where("id", "=", phase)
    .where("workshopId", "=", workshop)
    .executeTakeFirst();
  if (!locked || !known || locked.cardCount + lines.length > mostOfAll) return refused("notOpen");
  if (lines.length === 0) return done({ taken: 0, again: 0 });
  const keys = lines.map(({ clientKey }) => clientKey);
  const there = await ctx.db
    .selectFrom("cards")
    .select("clientKey")
    .where("workshopId", "=", workshop)
    .where("clientKey", "in", keys)
    .limit(keys.length)
    .execute();
  const had = new Set(there.map(({ clientKey }) => clientKey));
  const fresh = lines.filter(({ clientKey }) => !had.has(clientKey));
  if (fresh.length > 0) {
    const values = fresh.map(({ text, clientKey }, index) => ({
      workshopId: workshop,
      phaseId: phase,
      tableId: table,
      number: locked.cardCount + index + 1,
      clientKey,
      text,
      how: "paper" as const,
      fileId: file,
    }));
    await ctx.db.insertInto("cards").values(values).execute();
    await ctx.db
      .updateTable("workshops")
      .set({ cardCount: locked.cardCount + fresh.length })
      .where("id", "=", workshop)
      .execute();
  }
  return done({ taken: fresh.length, again: lines.length - fresh.length });
};
