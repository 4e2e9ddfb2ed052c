import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayAndTime, day as dayInWords, time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, timeOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { openTask } from "#modules/desk/commands.ts";
import { type Choices, choicesOf } from "#modules/people/choices/queries.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { whereOf } from "#modules/shifts/replies/queries.ts";
import { say } from "./messages.ts";
import { type Due, knownKeys, knownTasks, listDue, type Reminding } from "./queries.ts";

/** Before this hour nobody is written to or phoned. */
const morning = "09:00";

/** Of one shift and day somebody is reminded once; a shift that moves to another day is another one. */
const keyOf = (row: Due, reminding: Reminding): string =>
  `remind ${row.id} ${dayOf(row.startsAt)} ${reminding}`;

const wants = ({ reminders }: Choices, reminding: Reminding): boolean =>
  reminders === reminding || reminders === "both";

const factsOf = (ctx: Context, row: Due) => ({
  role: row.role,
  offer: row.offer,
  organization: row.organization,
  when: dayAndTime(ctx, row.startsAt, row.endsAt),
});

const write = (asking: Context, row: Due, reminding: Reminding) => {
  const ctx = { ...asking, language: row.language };
  const words = say(ctx);
  const facts = factsOf(ctx, row);
  const where = whereOf(row);
  const { organization, organizationPhone: phone } = row;
  const lines = [
    words("what", facts),
    where && words("where", { where }),
    row.note && words("note", { note: row.note }),
    phone && words("whom", { organization, phone }),
  ].filter((line): line is string => Boolean(line));
  return { title: words(`title_${reminding}`, facts), lines, cannot: words("cannot"), mine: words("mine") };
};

// Whoever gets a letter a day finds it there; whoever gets it weekly or never has asked for reminders all the same.
const isInTime = ({ digest, digestHour }: Choices, { startsAt }: Due, now: Date): boolean => {
  const hour = `${String(digestHour).padStart(2, "0")}:00`;
  const letter = instantAt(dayOf(now), hour);
  return digest === "daily" && letter >= now && letter < startsAt;
};

const tell = async (ctx: Context, row: Due, reminding: Reminding, choices: Choices): Promise<void> => {
  const { personId, name, email, language } = row;
  if (email === null) return;
  const { title, lines, cannot, mine } = write(ctx, row, reminding);
  const path = paths.mySignup(row.id);
  if (isInTime(choices, row, ctx.now)) {
    const text = [...lines, cannot].join("\n");
    const key = keyOf(row, reminding);
    return notify(ctx, { personId, key, kind: "reminder", title, text, path, until: row.startsAt });
  }
  if (timeOf(ctx.now) < morning) return;
  return sendMail(ctx, {
    key: keyOf(row, reminding),
    kind: "shift.reminder",
    to: { email, name, personId, language },
    subject: title,
    paragraphs: [lines.join("\n"), cannot],
    actions: [{ label: mine, path }],
  });
};

const taskOf = (row: Due): string => `${row.opportunityId} ${dayOf(row.startsAt)}`;

const phone = async (ctx: Context, rows: readonly Due[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const words = say(ctx);
  const lines = rows.map((row) =>
    words("phoneLine", {
      name: row.name,
      phone: row.phone ?? words("noPhone"),
      role: row.role,
      when: time(ctx, row.startsAt, row.endsAt),
    }),
  );
  await openTask(ctx, {
    kind: "reminder",
    subjectId: taskOf(first),
    title: words("phoneTitle", { offer: first.offer, day: dayInWords(ctx, first.startsAt) }),
    detail: lines.join("\n"),
    path: paths.plan(first.opportunityId),
    dueAt: instantAt(dayOf(ctx.now), "16:00"),
  });
};

const phoned = async (ctx: Context, rows: readonly Due[]): Promise<void> => {
  const groups = Map.groupBy(rows, taskOf);
  const known = await knownTasks(ctx, [...groups.keys()]);
  for (const [subject, group] of groups) if (!known.has(subject)) await phone(ctx, group);
};

const remindOf = async (ctx: Context, reminding: Reminding): Promise<void> => {
  const due = await listDue(ctx, reminding);
  const people = [...new Set(due.map(({ personId }) => personId))];
  const choices = await choicesOf(ctx, people);
  const known = await knownKeys(
    ctx,
    people,
    due.map((row) => keyOf(row, reminding)),
  );
  const wanted = due.flatMap((row) => {
    const choice = choices.get(row.personId);
    return choice && wants(choice, reminding) ? [{ row, choice }] : [];
  });
  for (const { row, choice } of wanted) {
    if (!known.has(keyOf(row, reminding))) await tell(ctx, row, reminding, choice);
  }
  const silent = wanted.map(({ row }) => row).filter(({ email }) => email === null);
  if (reminding === "day") await phoned(ctx, silent);
};

/**
 * Reminds everybody who wants it of their shifts of tomorrow and of in a week: in the letter of their day where it
 * comes in time, else by a mail of its own; for those without a mail address the office has one task a day and offer.
 * Run every hour it does nothing twice, and makes up for an hour in which the house was not open.
 */
export const remind = async (ctx: Context): Promise<void> => {
  await remindOf(ctx, "week");
  await remindOf(ctx, "day");
};

/** A shift changed or was called off, or somebody does not come: what was not told yet is not told any more. */
export const forgetReminders = async (
  ctx: Context,
  about: { readonly shift: Id<"shift"> } | { readonly signup: Id<"signup"> },
): Promise<void> => {
  const which =
    "shift" in about ? sql<boolean>`s.shift_id = ${about.shift}` : sql<boolean>`s.id = ${about.signup}`;
  await sql`
    delete from notices n using signups s
    where s.place_id = n.place_id and s.person_id = n.person_id and ${which} and n.told_at is null
      and n.kind = 'reminder' and starts_with(n.key, 'remind ' || s.id || ' ')`.execute(ctx.db);
};
