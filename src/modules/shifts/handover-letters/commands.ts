import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "./messages.ts";

type Span = { readonly startsAt: Date; readonly endsAt: Date; readonly role: string };

/** What letters about a handover have to say of it. */
export type Handed = Span & {
  readonly id: Id<"handover">;
  readonly fromId: Id<"person">;
  readonly returnId: Id<"signup"> | null;
  readonly shiftId: Id<"shift">;
  readonly opportunityId: Id<"opportunity">;
  readonly organizationId: Id<"organization">;
  readonly toId: Id<"person"> | null;
  readonly words: string;
  readonly offer: string;
  readonly organization: string;
  readonly giver: string;
  /** As fellow helpers may know them: "Frieda F." */
  readonly giverShort: string;
  readonly giverEmail: string | null;
  readonly giverLanguage: string;
};

type Receiver = {
  readonly id: Id<"person">;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
};

const soon = 3 * 86_400_000;

const factsOf = (ctx: Context, row: Handed) => ({
  giver: row.giver,
  role: row.role,
  offer: row.offer,
  organization: row.organization,
  when: dayAndTime(ctx, row.startsAt, row.endsAt),
});

const writeReceiver = async (ctx: Context, row: Handed, token: string, receiver: Receiver): Promise<void> => {
  const reader = { ...ctx, language: receiver.language };
  const words = say(reader);
  const facts = { ...factsOf(reader, row), giver: row.giverShort };
  const path = paths.handover(token);
  const isUrgent = row.toId !== null || +row.startsAt - +ctx.now < soon;
  if (!receiver.email || !isUrgent) {
    const text = words(row.returnId ? "swapText" : "askText", facts);
    const title = words("askSubject", facts);
    await notify(reader, {
      personId: receiver.id,
      key: `handover:${row.id}`,
      kind: "handover",
      title,
      text,
      path,
      until: row.startsAt,
    });
    return;
  }
  await sendMail(reader, {
    key: `handover.offered:${row.id}:${receiver.id}`,
    kind: "handover.offered",
    to: { email: receiver.email, name: receiver.name, personId: receiver.id, language: receiver.language },
    subject: words("askSubject", facts),
    paragraphs: [
      words(row.returnId ? "swapText" : "askText", facts),
      ...(row.words ? [words("askWords", { giver: row.giverShort, words: row.words })] : []),
      words("askNo"),
    ],
    actions: [{ label: words("askAction"), path }],
  });
};

/** Asks those who could come: by mail at once when it is meant for one or begins soon, else in their next letter. */
export const tellReceivers = async (
  ctx: Context,
  row: Handed,
  token: string,
  receivers: readonly Receiver[],
): Promise<void> => {
  for (const receiver of receivers) await writeReceiver(ctx, row, token, receiver);
};

/** Whoever gave a shift away hears at once that they do not have to come. */
export const tellGiver = async (
  ctx: Context,
  row: Handed,
  taker: string,
  back: Span | null,
): Promise<void> => {
  const reader = { ...ctx, language: row.giverLanguage };
  const words = say(reader);
  const facts = { ...factsOf(reader, row), taker };
  const instead = back
    ? [words("swapped", { role: back.role, when: dayAndTime(reader, back.startsAt, back.endsAt) })]
    : [];
  if (!row.giverEmail) {
    await notify(reader, {
      personId: row.fromId,
      key: `handover.taken:${row.id}`,
      kind: "handover",
      title: words("takenSubject", facts),
      text: [words("takenText", facts), ...instead].join(" "),
      path: paths.mine,
    });
    return;
  }
  await sendMail(reader, {
    key: `handover.taken:${row.id}`,
    kind: "handover.taken",
    to: { email: row.giverEmail, name: row.giver, personId: row.fromId, language: row.giverLanguage },
    subject: words("takenSubject", facts),
    paragraphs: [words("takenText", facts), ...instead],
    actions: [{ label: words("takenAction"), path: paths.mine }],
  });
};

/** Those who plan the shifts see in their next letter who comes instead of whom. */
export const tellSpeakers = async (
  ctx: Context,
  row: Handed,
  taker: string,
  speakers: readonly Pick<Receiver, "id" | "language">[],
): Promise<void> => {
  for (const { id, language } of speakers) {
    const reader = { ...ctx, language };
    const facts = { ...factsOf(reader, row), taker };
    await notify(reader, {
      personId: id,
      key: `handover.seen:${row.id}`,
      kind: "handover",
      title: say(reader)("seenTitle", facts),
      text: say(reader)("seenText", facts),
      path: paths.shift(row.opportunityId, row.shiftId),
      until: row.endsAt,
    });
  }
};
