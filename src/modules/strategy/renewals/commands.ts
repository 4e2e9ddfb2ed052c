import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { daysBetween, dayWithYear } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day, paragraph } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import {
  addPaper,
  appendItem,
  changeItem,
  markOf,
  type NewItem,
} from "#modules/consortium/agenda/commands.ts";
import { findItem, type ItemId, listPapers } from "#modules/consortium/agenda/queries.ts";
import { lockMeeting } from "#modules/consortium/meetings/commands.ts";
import { listMeetings, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { closeTask } from "#modules/desk/commands.ts";
import {
  type AnswerRefusal,
  keepCommitment,
  lockCommitment,
} from "#modules/strategy/commitments/commands.ts";
import { say } from "#modules/strategy/commitments/messages.ts";
import {
  type CommitmentId,
  type CommitmentRow,
  listEnding,
  renewalDays,
} from "#modules/strategy/commitments/queries.ts";
import { promiseText } from "#modules/strategy/commitments/vocabulary.ts";
import { isOpen } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { say as sayHere } from "./messages.ts";
import { findListing } from "./queries.ts";

export const RenewalInput = z.object({ endsOn: day });
export const EndInput = z.object({ words: paragraph(1_000) });

export type RenewalRefusal = "notConfirmed" | "renewed" | "closed" | "earlier";

/** The same again from the day after its end; a renewal of a partner is looked at as any offer. */
export const renewCommitment = async (
  ctx: Context,
  id: CommitmentId,
  endsOn: string,
): Promise<Outcome<CommitmentId, RenewalRefusal>> => {
  const row = await lockCommitment(ctx, id);
  allow(may.promise(ctx, row.organizationId) || may.run(ctx));
  if (row.state !== "confirmed") return refused("notConfirmed");
  if (row.renewed) return refused("renewed");
  if (!isOpen(row.measureState)) return refused("closed");
  const startsOn = plusDays(row.endsOn, 1);
  if (endsOn < startsOn) return refused("earlier");
  const { measureId, organizationId, kind, amount: much, words } = row;
  const again = { measureId, organizationId, kind, amount: much, words, startsOn, endsOn, renewsId: id };
  const renewed = await keepCommitment(ctx, again);
  await closeTask(ctx, "strategy", id, say(ctx)("renewed"));
  await record(ctx, "measure_commitment.renewed", id, { by: renewed });
  return done(renewed);
};

/** It ends before its day, or an offer is taken back; with a reason that stands on its page. */
export const endCommitment = async (
  ctx: Context,
  id: CommitmentId,
  words: string,
): Promise<Outcome<null, AnswerRefusal>> => {
  const row = await lockCommitment(ctx, id);
  allow(may.promise(ctx, row.organizationId) || may.run(ctx));
  if (row.state !== "offered" && row.state !== "confirmed") return refused("answered");
  const state = row.state === "offered" ? "declined" : "ended";
  await ctx.db
    .updateTable("measureCommitments")
    .set({
      state,
      stateWords: words,
      // It ends today, unless its day was earlier or it had not begun.
      ...(state === "ended"
        ? { endsOn: sql<string>`greatest(starts_on, least(ends_on, ${dayOf(ctx.now)}::date))` }
        : {}),
      changedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "strategy", id, say(ctx)("renewed"));
  await record(ctx, "measure_commitment.ended", id, { measureId: row.measureId, words });
  return done(null);
};

/** What was not renewed ends on its day. */
export const endPast = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db
    .updateTable("measureCommitments")
    .set({ state: "ended", changedAt: ctx.now })
    .where("state", "=", "confirmed")
    .where("endsOn", "<", dayOf(ctx.now))
    .returning(["id", "measureId"])
    .execute();
  for (const { id, measureId } of rows) {
    await closeTask(ctx, "strategy", id, say(ctx)("endedBySilence"));
    await record(ctx, "measure_commitment.ended", id, { measureId, words: "" });
  }
  return rows.length;
};

// An item takes no more papers than these.
const mostOnAgenda = 20;

// What is said of a promise on an agenda that everybody reads: only what everybody sees anyway.
const listForAgenda = async (ctx: Context, meetsAt: Date): Promise<readonly CommitmentRow[]> => {
  const ending = await listEnding(ctx, daysBetween(ctx.now, meetsAt) + renewalDays);
  return ending
    .filter(({ measurePublic, organizationHiddenAt }) => measurePublic && organizationHiddenAt === null)
    .slice(0, mostOnAgenda);
};

const itemOf = (ctx: Context, rows: readonly CommitmentRow[]): NewItem => {
  const words = sayHere(ctx);
  const lines = rows.map((row) => {
    const { organization, measure, endsOn } = row;
    const promise = promiseText(ctx, row);
    return `- ${words("itemLine", { organization, promise, measure, day: dayWithYear(ctx, endsOn) })}`;
  });
  return {
    kind: "discussion",
    title: words("itemTitle"),
    words: [words("itemLead", { n: rows.length }), ...lines].join("\n").slice(0, 6_000),
    minutes: 10,
    public: true,
  };
};

type Listed = { readonly meeting: MeetingId; readonly item: ItemId; readonly rows: readonly CommitmentRow[] };

const addLinks = async (ctx: Context, { meeting, item, rows }: Listed): Promise<void> => {
  const papers = await listPapers(ctx, meeting);
  const there = new Set(papers.filter(({ agendaItemId }) => agendaItemId === item).map(({ url }) => url));
  for (const { id, measureNumber, measure, organization } of rows) {
    const url = `${paths.measure(measureNumber)}#zusage-${id}`;
    const title = sayHere(ctx)("paper", { organization, measure }).slice(0, 200);
    if (!there.has(url)) await addPaper(ctx, item, { title, url, fileId: null, public: true });
  }
};

/**
 * What ends soon comes onto the agenda of the next meeting that nobody was invited to yet, as one item with a link to
 * each promise. While nobody touched the item it follows what ends; taken off, it does not come back.
 */
export const putOnAgenda = async (ctx: Context): Promise<ItemId | null> => {
  const [meeting] = await listMeetings(ctx, { from: ctx.now, states: ["planned"], limit: 1 });
  // Whoever invites at the same moment, or lists the same, waits or is waited for.
  if (!meeting || (await lockMeeting(ctx, meeting.id)).state !== "planned") return null;
  const rows = await listForAgenda(ctx, meeting.startsAt);
  const item = itemOf(ctx, rows);
  const before = await findListing(ctx, meeting.id);
  const mark = markOf(item.words);
  if (!before) {
    if (rows.length === 0) return null;
    const added = await appendItem(ctx, meeting.id, item);
    if (!added.ok) return null;
    await addLinks(ctx, { meeting: meeting.id, item: added.value, rows });
    await record(ctx, "meeting.promises_listed", meeting.id, { item: added.value, mark });
    return added.value;
  }
  const there = await findItem(ctx, before.item);
  if (!there || rows.length === 0 || before.mark === mark || markOf(there.words) !== before.mark) return null;
  const { kind, title, minutes, public: open } = there;
  await changeItem(ctx, there.id, { ...item, kind, title, minutes, public: open });
  await addLinks(ctx, { meeting: meeting.id, item: there.id, rows });
  await record(ctx, "meeting.promises_listed", meeting.id, { item: there.id, mark });
  return there.id;
};
