import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { listInvited } from "#modules/consortium/invitations/queries.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { contactsOf } from "#modules/organizations/queries.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { say } from "./messages.ts";

export type Letter = {
  /** Of one key everybody is told only once. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly path: string;
};

/**
 * Tells an organization: who speaks for it in their next letter; where nobody has an account, its contacts by mail.
 * Answers how many were told.
 */
export const writeToOrganization = async (
  ctx: Context,
  organization: Id<"organization">,
  { key, title, text, path }: Letter,
): Promise<number> => {
  const contacts = await contactsOf(ctx, organization);
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  for (const { name, email, personId } of contacts) {
    if (personId !== null && personId === me) continue;
    if (personId) await notify(ctx, { personId, key, kind: "commitment", title, text, path });
    else
      await sendMail(ctx, {
        key: `${key}:${email}`,
        kind: "strategy",
        to: { name, email },
        subject: title,
        paragraphs: [text],
        actions: [{ label: say(ctx)("open"), path }],
      });
  }
  return contacts.length;
};

export type SeatLetter = {
  /** Of one key everybody is told only once. */
  readonly key: string;
  readonly path: string;
  /** Only to these of the voting seats; to all when it is left out. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Finished words in the language of whoever reads them. */
  readonly write: (
    reader: Context,
    seat: string,
  ) => { readonly subject: string; readonly paragraphs: readonly string[]; readonly label: string };
};

/** Writes to everybody on a voting seat who has an address; a person on two seats gets one letter. Answers how many. */
export const writeToSeats = async (ctx: Context, { key, path, only, write }: SeatLetter): Promise<number> => {
  const voting = new Set(
    (await listSeats(ctx)).flatMap(({ id, voting }) => (voting && (only?.has(id) ?? true) ? [id] : [])),
  );
  const people = (await listInvited(ctx, dayOf(ctx.now))).filter(({ seatId }) => voting.has(seatId));
  const addresses = new Map(people.flatMap((one) => (one.email ? [[one.email, one] as const] : [])));
  for (const [email, { name, personId, language, seatTitle }] of addresses) {
    const reader = { ...ctx, language: ctx.place.languages.includes(language) ? language : ctx.language };
    const { subject, paragraphs, label } = write(reader, seatTitle);
    await sendMail(ctx, {
      key: `${key}:${email}`,
      kind: "strategy",
      to: { email, name, language: reader.language, ...(personId ? { personId } : {}) },
      subject,
      paragraphs,
      actions: [{ label, path }],
    });
  }
  return addresses.size;
};
