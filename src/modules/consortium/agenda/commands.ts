import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { lockMeeting } from "#modules/consortium/meetings/commands.ts";
import { isAhead, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import type { AgendaItem } from "#modules/consortium/schema.ts";
import { type ItemId, mostItems } from "./queries.ts";

export type NewItem = {
  readonly kind: AgendaItem["kind"];
  readonly title: string;
  readonly words: string;
  readonly minutes: number;
  readonly public: boolean;
  readonly topicId?: Id<"topic"> | null | undefined;
  readonly proposedBySeatId?: Id<"seat"> | null | undefined;
};

export type ItemRefusal = "over" | "full" | "running";

/** A mark of a text: whoever saves says which text they had before them. */
export const markOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

const lockItem = async (ctx: Context, id: ItemId): Promise<AgendaItem> =>
  found(
    await ctx.db.selectFrom("agendaItems").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

const isOpen = (state: string): boolean => state !== "closed" && state !== "canceled";

const orderOf = async (ctx: Context, meeting: MeetingId) =>
  ctx.db
    .selectFrom("agendaItems")
    .select(["id", "position"])
    .where("meetingId", "=", meeting)
    .orderBy("position")
    .orderBy("id")
    .limit(mostItems)
    .execute();

/** Writes an item down at the end of the agenda, without asking who may: the caller has asked. */
export const appendItem = async (
  ctx: Context,
  meeting: MeetingId,
  item: NewItem,
): Promise<Outcome<ItemId, ItemRefusal>> => {
  const { state } = await lockMeeting(ctx, meeting);
  if (!isOpen(state)) return refused("over");
  const order = await orderOf(ctx, meeting);
  if (order.length >= mostItems) return refused("full");
  const { id } = await ctx.db
    .insertInto("agendaItems")
    .values({ ...item, meetingId: meeting, position: (order.at(-1)?.position ?? 0) + 10 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "agenda_item.added", id, { meetingId: meeting, title: item.title });
  return done(id);
};

/** Puts something on the agenda. After the invitation went out it can be talked about, but not decided on. */
export const addItem = async (
  ctx: Context,
  meeting: MeetingId,
  item: NewItem,
): Promise<Outcome<ItemId, ItemRefusal>> => {
  allow(may.run(ctx));
  return appendItem(ctx, meeting, item);
};

/** Changes an item; what was announced stays announced as long as it is about the same. */
export const changeItem = async (
  ctx: Context,
  id: ItemId,
  item: NewItem,
): Promise<Outcome<null, ItemRefusal>> => {
  allow(may.run(ctx));
  const before = await lockItem(ctx, id);
  const { state } = await lockMeeting(ctx, before.meetingId);
  if (!isOpen(state)) return refused("over");
  // Announced as a mere report, nobody had to expect a decision.
  const announced = before.announced && (item.kind === before.kind || item.kind !== "decision");
  await ctx.db
    .updateTable("agendaItems")
    .set({ ...item, announced })
    .where("id", "=", id)
    .execute();
  await record(ctx, "agenda_item.changed", id, { meetingId: before.meetingId, title: item.title });
  return done(null);
};

/** Takes an item off; not when the meeting is being held, for then the minutes speak of it. */
export const removeItem = async (ctx: Context, id: ItemId): Promise<Outcome<null, ItemRefusal>> => {
  allow(may.run(ctx));
  const { meetingId, title } = await lockItem(ctx, id);
  const { state } = await lockMeeting(ctx, meetingId);
  if (!isAhead(state)) return refused(state === "running" ? "running" : "over");
  await ctx.db.deleteFrom("agendaItems").where("id", "=", id).execute();
  await record(ctx, "agenda_item.removed", id, { meetingId, title });
  return done(null);
};

/** One place up or down. */
export const moveItem = async (
  ctx: Context,
  id: ItemId,
  way: "up" | "down",
): Promise<Outcome<null, ItemRefusal>> => {
  allow(may.run(ctx));
  const { meetingId } = await lockItem(ctx, id);
  const { state } = await lockMeeting(ctx, meetingId);
  if (!isOpen(state)) return refused("over");
  const order = await orderOf(ctx, meetingId);
  const at = order.findIndex((item) => item.id === id);
  const [mine, other] = [order[at], order[way === "up" ? at - 1 : at + 1]];
  if (!mine || !other) return done(null);
  await ctx.db
    .updateTable("agendaItems")
    .set((set) => ({
      position: set.case().when("id", "=", id).then(other.position).else(mine.position).end(),
    }))
    .where("id", "in", [mine.id, other.id])
    .execute();
  return done(null);
};

/** The meeting turns to this item; the one before it is over with that. */
export const beginItem = async (ctx: Context, id: ItemId): Promise<Outcome<null, "notRunning">> => {
  allow(may.run(ctx));
  const { meetingId } = await lockItem(ctx, id);
  const { state } = await lockMeeting(ctx, meetingId);
  if (state !== "running") return refused("notRunning");
  await endItems(ctx, meetingId);
  await ctx.db
    .updateTable("agendaItems")
    .set((set) => ({ begunAt: set.fn.coalesce("begunAt", set.val(ctx.now)), endedAt: null }))
    .where("id", "=", id)
    .execute();
  await record(ctx, "agenda_item.begun", id, { meetingId });
  return done(null);
};

/** What is being talked about is over. */
export const endItems = async (ctx: Context, meeting: MeetingId): Promise<void> => {
  await ctx.db
    .updateTable("agendaItems")
    .set({ endedAt: ctx.now })
    .where("meetingId", "=", meeting)
    .where("begunAt", "is not", null)
    .where("endedAt", "is", null)
    .execute();
};

/**
 * What the minutes say to an item. `before` is the mark of the text the writer began with: when somebody else saved in
 * the meantime, nothing is lost and the writer is told.
 */
export const writeMinutes = async (
  ctx: Context,
  id: ItemId,
  { words, before }: { readonly words: string; readonly before: string },
): Promise<Outcome<null, "changed" | "sent">> => {
  allow(may.run(ctx));
  const item = await lockItem(ctx, id);
  if (item.minutesWords === words) return done(null);
  // Once they were sent, minutes change by an objection only.
  const minutes = await ctx.db
    .selectFrom("meetingMinutes")
    .select("state")
    .where("meetingId", "=", item.meetingId)
    .executeTakeFirst();
  if (minutes && minutes.state !== "draft") return refused("sent");
  if (markOf(item.minutesWords) !== before) return refused("changed");
  await ctx.db.updateTable("agendaItems").set({ minutesWords: words }).where("id", "=", id).execute();
  await record(ctx, "agenda_item.minuted", id, { meetingId: item.meetingId });
  return done(null);
};

export type NewPaper = {
  readonly title: string;
  readonly url: string;
  readonly fileId: Id<"file"> | null;
  readonly public: boolean;
};

/** A paper for an item: a file or an address. */
export const addPaper = async (
  ctx: Context,
  item: ItemId,
  paper: NewPaper,
): Promise<Outcome<Id<"agendaPaper">, "full">> => {
  allow(may.run(ctx));
  const { meetingId } = await lockItem(ctx, item);
  const kept = await ctx.db
    .selectFrom("agendaPapers")
    .select("id")
    .where("agendaItemId", "=", item)
    .execute();
  if (kept.length >= 20) return refused("full");
  const { id } = await ctx.db
    .insertInto("agendaPapers")
    .values({ ...paper, agendaItemId: item })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "agenda_paper.added", id, { meetingId, title: paper.title });
  return done(id);
};

export const removePaper = async (ctx: Context, item: ItemId, id: Id<"agendaPaper">): Promise<void> => {
  allow(may.run(ctx));
  await ctx.db.deleteFrom("agendaPapers").where("id", "=", id).where("agendaItemId", "=", item).execute();
  await record(ctx, "agenda_paper.removed", id, { item });
};
