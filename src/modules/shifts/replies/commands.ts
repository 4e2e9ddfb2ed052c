import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "./messages.ts";
import { newsOf, type Told } from "./policy.ts";
import { knownMails, lastReplied, listMoments, readerOf, type StepRow, stepsAt, whereOf } from "./queries.ts";

const keyOf = (personId: Id<"person">, at: Date): string => `signup.reply ${personId} ${at.toISOString()}`;

type News = StepRow & { readonly told: Told };

const factsOf = (ctx: Context, row: News) => ({
  role: row.role,
  organization: row.organization,
  number: row.number,
  when: dayAndTime(ctx, row.startsAt, row.endsAt),
});

const comes = ({ told }: News): boolean => told === "confirmed";
const isNo = ({ told }: News): boolean => told === "declined" || told === "removed";

/** What is said of one sign-up: how it stands, why, and for who comes everything they need on the day. */
const wordsAbout = (ctx: Context, row: News): string[] => {
  const words = say(ctx);
  const { note, party, organization, organizationPhone, offer, shift } = row;
  const phone = ctx.place.officePhone;
  const where = whereOf(row);
  const what = [offer, shift].filter(Boolean).join(", ");
  const when = words("when", { when: dayAndTime(ctx, row.startsAt, row.endsAt) });
  const day = [
    where && words("where", { where }),
    note && words("note", { note }),
    party > 1 ? words("party", { n: party }) : "",
  ];
  return [
    words(`lead_${row.told}`, factsOf(ctx, row)),
    row.words && words("because", { words: row.words }),
    [what, when, ...(comes(row) ? day : [])].filter(Boolean).join("\n"),
    comes(row) ? words("cannot") : "",
    comes(row) && organizationPhone ? words("whom", { organization, phone: organizationPhone }) : "",
    isNo(row) && phone ? words("elsewhere", { phone }) : "",
  ].filter((line): line is string => Boolean(line));
};

const subjectOf = (ctx: Context, row: News): string => say(ctx)(`subject_${row.told}`, factsOf(ctx, row));

const writeOne = (ctx: Context, row: News) => ({
  subject: subjectOf(ctx, row),
  paragraphs: wordsAbout(ctx, row),
  actions: [
    { label: say(ctx)("mine"), path: paths.mine },
    ...(comes(row) ? [{ label: say(ctx)("calendar"), path: paths.myDate(row.id) }] : []),
  ],
});

const writeMany = (ctx: Context, rows: readonly News[]) => {
  const words = say(ctx);
  const [first] = rows;
  const items = rows.map((row) => {
    const facts = factsOf(ctx, row);
    const state = words(`state_${row.told}`, facts);
    const where = comes(row) ? whereOf(row) : "";
    return {
      title: `${facts.when}: ${row.role} – ${state}`,
      text: [row.offer, where, comes(row) ? row.note : row.words].filter(Boolean).join(" · "),
      path: paths.mySignup(row.id),
    };
  });
  return {
    subject: words("subjectMany", { organization: first?.organization ?? "" }),
    paragraphs: [words("leadMany"), ...(rows.some(comes) ? [words("cannot")] : [])],
    lists: [{ heading: words("list"), items }],
    actions: [{ label: words("mine"), path: paths.mine }],
  };
};

/** The last step of each sign-up at this moment that its person hears of, and how soon. */
const newsAt = async (ctx: Context, personId: Id<"person">, at: Date) => {
  const steps = await stepsAt(ctx, personId, at);
  const last = [...new Map(steps.map((step) => [step.id, step])).values()];
  const news = (how: "mail" | "letter") =>
    // What has changed again since is told by what changed it.
    last.flatMap((step) =>
      newsOf(step) === how && step.present === step.state ? [{ ...step, told: step.state as Told }] : [],
    );
  return { mails: news("mail"), letters: news("letter") };
};

const layIn = async (ctx: Context, personId: Id<"person">, rows: readonly News[]): Promise<void> => {
  for (const row of rows) {
    await notify(ctx, {
      personId,
      key: `signup ${row.stepId}`,
      kind: "signup",
      title: subjectOf(ctx, row),
      text: wordsAbout(ctx, row).join("\n"),
      path: paths.mySignup(row.id),
      until: row.endsAt,
    });
  }
};

/**
 * Writes to somebody what became of their sign-ups at this moment, in one mail; whoever has no mail address hears it
 * from the office. "You are in" is said of nothing that still has to be decided, and a no is said as well.
 */
export const reply = async (asking: Context, personId: Id<"person">, at: Date): Promise<void> => {
  const person = await readerOf(asking, personId);
  if (!person) return;
  const ctx = { ...asking, language: person.language };
  const { mails, letters } = await newsAt(ctx, personId, at);
  await layIn(ctx, personId, person.email ? letters : [...mails, ...letters]);
  const [first] = mails;
  if (!first || !person.email) return;
  await sendMail(ctx, {
    key: keyOf(personId, at),
    kind: "signup.reply",
    to: { email: person.email, name: person.name, personId, language: person.language },
    ...(mails.length === 1 ? writeOne(ctx, first) : writeMany(ctx, mails)),
  });
};

/** Whoever signed up may still have been at it when the last letters were written. */
const overlap = 10 * 60_000;
/** A house that never wrote any looks back no further, so that nobody hears of old things as news. */
const first = 3_600_000;

/**
 * Writes to everybody whose sign-ups have changed since the last time. Signing up itself only records what happened,
 * for it holds the lock of a place meanwhile; a moment that was answered is not answered again.
 */
export const replyToAll = async (ctx: Context): Promise<number> => {
  const until = await lastReplied(ctx);
  const since = until ? new Date(+until - overlap) : new Date(+ctx.now - first);
  const moments = await listMoments(ctx, since);
  const written = await knownMails(
    ctx,
    moments.map(({ personId, at }) => keyOf(personId, at)),
  );
  for (const { personId, at } of moments) {
    if (!written.has(keyOf(personId, at))) await reply(ctx, personId, at);
  }
  const last = moments.at(-1)?.at;
  if (last && (!until || last > until))
    await record(ctx, "signup_replies.written", ctx.place.id, { until: last });
  return moments.length;
};
