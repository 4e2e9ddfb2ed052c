import { type PersonActor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays, weekdayOf } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { addItem, beginItem, endItems, markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import { answerCircular, sendCircular } from "#modules/consortium/circulars/commands.ts";
import { findCircular } from "#modules/consortium/circulars/queries.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { invite, replyTo } from "#modules/consortium/invitations/commands.ts";
import { addMeeting, addSeries, closeMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import { listMeetings, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { approveMinutes, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import { addMotion } from "#modules/consortium/motions/commands.ts";
import { comeTogether, declareConflict, type SeatArrival } from "#modules/consortium/presence/commands.ts";
import { listPresent } from "#modules/consortium/presence/queries.ts";
import { listSeats, type SeatRow } from "#modules/consortium/seats/queries.ts";
import { addConsortiumTask, finishTask } from "#modules/consortium/tasks/commands.ts";
import type { TaskId } from "#modules/consortium/tasks/queries.ts";
import type { agendaKinds, Choice, Subject, VoteMethod } from "#modules/consortium/vocabulary.ts";
import { openVote, typeVotes } from "#modules/consortium/votes/commands.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { foundConsortium } from "./commands.ts";
import material from "./seed.json" with { type: "json" };

type ToldMotion = Readonly<Record<"title" | "wording" | "reason" | "method" | "subject", string>> & {
  readonly no: readonly number[];
  readonly abstain: readonly number[];
  readonly biased?: { readonly seat: number; readonly words: string };
};
type ToldTask = Readonly<Record<"title" | "done", string> & Record<"seat" | "days", number>>;
type ToldItem = {
  readonly kind: string;
  readonly title: string;
  readonly minutes: number;
  readonly text: string;
  readonly motion?: ToldMotion;
  readonly tasks?: readonly ToldTask[];
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the consortium stopped: ${outcome.because}`);
  return outcome.value;
};

const weeks = 7;
const betweenMeetings = 13 * weeks;
const decidedByLetter = -262;
const atTable = { whereWords: "Alter Lesesaal, Glasmacherplatz 4", onlineWords: "Telefon 03576 123456-9" };

type Scene = {
  readonly story: Story;
  readonly office: PersonActor;
  /** The Tuesday of the last meeting. */
  readonly last: string;
};

const dayOfMeeting = ({ last }: Scene, number: number): string =>
  plusDays(last, (number - material.meetings.length) * betweenMeetings);

const tell = <T>({ story, office }: Scene, at: Date, work: (ctx: Context) => Promise<T>): Promise<T> =>
  story.tell(story.places.first, at, office, work);

// Somebody is always away, sends the deputy or calls in; the same every time the story is told.
const arrivals = (seats: readonly SeatRow[], number: number): readonly SeatArrival[] =>
  seats.flatMap(({ id: seatId, position, holders }): SeatArrival[] => {
    const silent = position === 11 && number > 9;
    if (silent || (number * 7 + position * 5) % 13 === 0) return [];
    const part = (number * 3 + position * 4) % 11 === 0 ? "deputy" : "member";
    const way = (number + position * 2) % 9 === 0 ? "remote" : "room";
    const holder = holders.find((one) => one.part === part);
    return holder ? [{ seatId, part, way, holderId: holder.id, name: holder.name }] : [];
  });

const choiceOf = ({ no, abstain }: ToldMotion, { position }: SeatRow): Choice => {
  if (no.includes(position - 1)) return "no";
  return abstain.includes(position - 1) ? "abstain" : "yes";
};

type Hall = { readonly meeting: MeetingId; readonly seats: readonly SeatRow[]; readonly day: string };

const vote = async (ctx: Context, { meeting, seats }: Hall, item: ItemId, told: ToldMotion) => {
  const { title, wording, reason } = told;
  const subject = told.subject as Subject;
  // Slips are put in by the seats themselves; the example raises hands instead.
  const method = (told.method === "secret" ? "hand" : told.method) as VoteMethod;
  const motion = value(await addMotion(ctx, item, { title, wording, reason, subject }));
  const there = new Set((await listPresent(ctx, meeting)).map(({ seatId }) => seatId));
  const biased = seats.find(({ position }) => position - 1 === told.biased?.seat);
  if (biased && told.biased) value(await declareConflict(ctx, item, biased.id, told.biased.words));
  const said = seats
    .filter(({ id, voting }) => voting && there.has(id) && id !== biased?.id)
    .map((seat) => ({ seatId: seat.id, choice: choiceOf(told, seat) }));
  const id = value(await openVote(ctx, motion, { method }));
  if (method !== "hand") {
    value(await typeVotes(ctx, id, said));
    return value(await closeVote(ctx, id));
  }
  const count = (choice: Choice): number => said.filter((one) => one.choice === choice).length;
  const counts = { sector: null, yes: count("yes"), no: count("no"), abstain: count("abstain") };
  return value(await closeVote(ctx, id, { counts: [counts] }));
};

type Given = { readonly id: TaskId; readonly done: string };

const give = async (
  ctx: Context,
  { meeting, seats, day }: Hall,
  agendaItemId: ItemId,
  resolutionId: Id<"resolution"> | null,
  told: ToldTask,
): Promise<Given> => {
  const seatId = seats.find(({ position }) => position - 1 === told.seat)?.id;
  const task = { title: told.title, seatId, dueOn: plusDays(day, told.days > 0 ? told.days : 14) };
  const id = value(await addConsortiumTask(ctx, { ...task, meetingId: meeting, agendaItemId, resolutionId }));
  return { id, done: told.done };
};

const hold = async (ctx: Context, hall: Hall, items: readonly (readonly [ItemId, ToldItem])[]) => {
  const given: Given[] = [];
  for (const [item, { motion, text, tasks = [] }] of items) {
    value(await beginItem(ctx, item));
    const decided = motion && (await vote(ctx, hall, item, motion));
    for (const task of tasks) given.push(await give(ctx, hall, item, decided?.resolution ?? null, task));
    value(await writeMinutes(ctx, item, { words: text, before: markOf("") }));
  }
  await endItems(ctx, hall.meeting);
  value(await closeMeeting(ctx, hall.meeting));
  return given;
};

const plan = async (ctx: Context, title: string, day: string, items: readonly ToldItem[]) => {
  const [startsAt, endsAt] = [instantAt(day, "18:00"), instantAt(day, "20:00")];
  const { id } = value(await addMeeting(ctx, { title, words: "", startsAt, endsAt, ...atTable }));
  const agenda: [ItemId, ToldItem][] = [];
  for (const told of items) {
    const kind = told.kind as (typeof agendaKinds)[number];
    const { title: heading, minutes } = told;
    const item = { kind, title: heading, words: "", minutes, public: true };
    agenda.push([value(await addItem(ctx, id, item)), told]);
  }
  value(await invite(ctx, id, ""));
  return { id, agenda };
};

/** One meeting from its invitation to its minutes; answers the tasks it gave. */
const tellMeeting = async (scene: Scene, number: number, before: readonly Given[]) => {
  const told = material.meetings[number - 1];
  if (!told) return [];
  const items: readonly ToldItem[] = told.items;
  const day = dayOfMeeting(scene, number);
  const { id, agenda } = await tell(scene, instantAt(plusDays(day, -18), "10:00"), (ctx) =>
    plan(ctx, told.title, day, items),
  );
  const seats = await tell(scene, instantAt(day, "18:02"), async (ctx) => {
    for (const { id: task, done } of before)
      if (done !== "") value(await finishTask(ctx, task, "done", done));
    value(await openMeeting(ctx, id));
    const all = await listSeats(ctx);
    value(await comeTogether(ctx, id, arrivals(all, number)));
    return all;
  });
  const given = await tell(scene, instantAt(day, "19:55"), (ctx) =>
    hold(ctx, { meeting: id, seats, day }, agenda),
  );
  const latest = number === material.meetings.length;
  const sent = plusDays(day, latest ? 17 : 4);
  await tell(scene, instantAt(sent, "09:00"), async (ctx) => value(await sendMinutes(ctx, id)));
  if (!latest) await tell(scene, instantAt(plusDays(sent, 16), "09:00"), (ctx) => approveMinutes(ctx, id));
  return given;
};

// Between two meetings the strategy is decided by letter; numbers of resolutions follow the days.
const tellCircular = async (scene: Scene) => {
  const today = dayOf(scene.story.today);
  const { title, wording, reason } = material.circular;
  const motion = await tell(scene, instantAt(plusDays(today, -278), "14:00"), async (ctx) => {
    const input = {
      title,
      wording,
      reason,
      subject: "strategy",
      hidden: false,
      proposedBySeatId: null,
    } as const;
    return value(await sendCircular(ctx, { ...input, dueOn: plusDays(dayOf(ctx.now), 30) }));
  });
  await tell(scene, instantAt(plusDays(today, decidedByLetter), "14:00"), async (ctx) => {
    const open = (await findCircular(ctx, motion))?.vote;
    if (!open) throw new Error("the letter was not sent");
    for (const seat of await listSeats(ctx))
      if (seat.voting) value(await answerCircular(ctx, open.id, seat.id, "yes"));
  });
};

// From now on every six weeks, until the strategy stands; to the next one everybody is invited.
const tellAhead = (scene: Scene) => {
  const next = plusDays(scene.last, 6 * weeks);
  return tell(scene, instantAt(plusDays(dayOf(scene.story.today), -2), "10:00"), async (ctx) => {
    const title = "Sitzung des Konsortiums";
    const series = { title, rule: "FREQ=WEEKLY;INTERVAL=6;BYDAY=TU", startsOn: next, endsOn: null };
    value(await addSeries(ctx, { ...series, startTime: "18:00", minutes: 120, ...atTable }));
    const [meeting] = await listMeetings(ctx, { from: ctx.now, states: ["planned"], limit: 1 });
    if (!meeting) return;
    for (const { kind, ...item } of material.ahead)
      value(
        await addItem(ctx, meeting.id, {
          ...item,
          kind: kind as (typeof agendaKinds)[number],
          public: true,
        }),
      );
    value(await invite(ctx, meeting.id, ""));
    for (const { id, position } of (await listSeats(ctx)).slice(0, 7)) {
      const reply = position === 4 ? "deputy" : position === 6 ? "absent" : "room";
      if (position > 1) value(await replyTo(ctx, meeting.id, id, { reply, words: "" }));
    }
  });
};

/** The consortium of the example town: founded three years ago, twelve meetings held, one ahead. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const domain = `${place.slug}.example`;
  const office = await story.tell(place, story.today, system, (ctx) =>
    findActorByEmail(ctx, `koordination@${domain}`),
  );
  if (!office) return;
  const aim = plusDays(dayOf(story.today), -24);
  const last = plusDays(aim, (1 - weekdayOf(aim) + 7) % 7);
  const scene = { story, office, last };
  const first = plusDays(last, -(material.meetings.length - 1) * betweenMeetings);
  const founding = plusDays(first, -30);
  await tell(scene, instantAt(founding, "10:00"), (ctx) => foundConsortium(ctx, founding, domain));
  let given: readonly Given[] = [];
  const letter = plusDays(dayOf(story.today), decidedByLetter);
  for (let number = 1; number <= material.meetings.length; number++) {
    given = await tellMeeting(scene, number, given);
    if (dayOfMeeting(scene, number) < letter && dayOfMeeting(scene, number + 1) >= letter)
      await tellCircular(scene);
  }
  await tellAhead(scene);
};
