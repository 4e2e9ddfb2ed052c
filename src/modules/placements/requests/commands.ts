import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { noteAsked } from "#modules/organizations/commands.ts";
import { type Contact, contactsOf } from "#modules/organizations/queries.ts";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { dueIn, readerOf } from "#modules/placements/queries.ts";
import { lockReferral, makeLink, move, noteStep } from "#modules/placements/referrals/commands.ts";
import { findShared, type ReferralRow, type SharedRow } from "#modules/placements/referrals/queries.ts";
import { say } from "./messages.ts";

const daysToAnswer = 7;

/** Organizations are written to in German, whatever language the office or the person speaks. */
const forOrganization = (ctx: Context): Context => readerOf(ctx, "de");

type Letter = {
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
};

const writeTo = async (ctx: Context, contact: Contact, letter: Letter, link?: string): Promise<void> => {
  const reader = forOrganization(ctx);
  await sendMail(reader, {
    ...letter,
    key: `${letter.key}:${contact.email}`,
    to: {
      email: contact.email,
      name: contact.name,
      language: reader.language,
      ...(contact.personId ? { personId: contact.personId } : {}),
    },
    ...(link ? { actions: [{ label: say(reader)("mailAction"), path: paths.answerLink(link) }] } : {}),
  });
};

/** What was released, line by line; nothing else of the person stands in the mail. */
const releasedLines = (ctx: Context, shared: SharedRow): string => {
  const words = say(ctx);
  return [
    shared.phone && words("mailPhone", { value: shared.phone }),
    shared.email && words("mailEmail", { value: shared.email }),
    shared.note && words("mailNote", { value: shared.note }),
    !shared.phone && !shared.email && words("mailContactUs", { phone: ctx.place.officePhone }),
  ]
    .filter(Boolean)
    .join("\n");
};

const firstLetter = (ctx: Context, shared: SharedRow): Letter => {
  const reader = forOrganization(ctx);
  const words = say(reader);
  return {
    key: `referral.asked:${shared.id}`,
    kind: "referral.asked",
    subject: words("mailSubject", { title: shared.title }),
    paragraphs: [
      words("mailText", { name: shared.name ?? words("mailSomebody"), title: shared.title }),
      releasedLines(reader, shared),
      words("mailAsk", { day: dayOnly(reader, dueIn(ctx, daysToAnswer)) }),
      words("mailCare"),
    ],
  };
};

/**
 * Asks the organization with exactly what was released. Without any address the office is asked to call, and the
 * referral stays released until it did.
 */
export const askOrganization = async (ctx: Context, referral: ReferralRow): Promise<void> => {
  const contacts = await contactsOf(ctx, referral.organizationId);
  if (contacts.length === 0) {
    await openTask(ctx, {
      kind: "answer",
      subjectId: referral.id,
      title: say(ctx)("taskCall", referral),
      detail: say(ctx)("taskCallDetail", referral),
      path: paths.referral(referral.id),
      personId: referral.personId,
      ownerId: referral.madeBy,
      dueAt: dueIn(ctx, 1),
    });
    return;
  }
  await move(ctx, { ...referral, state: "released" }, "sent", { channel: "mail" });
  await noteAsked(ctx, referral.organizationId);
  const shared = await findShared(ctx, referral.id);
  if (!shared) return;
  for (const contact of contacts) {
    const link = await makeLink(ctx, referral.id, "answer", contact);
    await writeTo(ctx, contact, firstLetter(ctx, shared), link);
  }
};

/** The office has called the organization and told it what was released. */
export const noteAskedByPhone = async (
  ctx: Context,
  id: Id<"referral">,
): Promise<Outcome<"sent", "notNow">> => {
  allow(may.consult(ctx));
  const referral = await lockReferral(ctx, id);
  const moved = await move(ctx, referral, "sent", { channel: "phone" });
  if (!moved.ok) return refused("notNow");
  await noteAsked(ctx, referral.organizationId);
  await closeTask(ctx, "answer", id, say(ctx)("closedTold"));
  await openTask(ctx, {
    kind: "answer",
    subjectId: id,
    title: say(ctx)("taskSilent", referral),
    detail: say(ctx)("taskToldDetail", { name: referral.name, day: dayOnly(ctx, ctx.now) }),
    path: paths.referral(id),
    personId: referral.personId,
    ownerId: referral.madeBy,
    dueAt: dueIn(ctx, 3),
  });
  return done("sent");
};

/** Tells the organization that it has to forget what it was told. */
export const tellWithdrawal = async (ctx: Context, referral: ReferralRow): Promise<void> => {
  const reader = forOrganization(ctx);
  const words = say(reader);
  const letter = {
    key: `referral.withdrawn:${referral.id}`,
    kind: "referral.withdrawn",
    subject: words("withdrawnSubject", referral),
    paragraphs: [
      words("withdrawnText", { title: referral.title, day: dayOnly(reader, referral.madeAt) }),
      words("withdrawnThanks"),
    ],
  };
  for (const contact of await contactsOf(ctx, referral.organizationId)) await writeTo(ctx, contact, letter);
};

/** After how many days of silence: a reminder, another one, then the office calls. */
const patience = [3, 7, 10] as const;

type Silent = Pick<
  SharedRow,
  "id" | "title" | "stateSince" | "personId" | "organizationId" | "organization"
> & {
  readonly name: string;
  readonly madeBy: Id<"person"> | null;
  readonly remindersSent: number;
};

const listSilent = async (ctx: Context): Promise<readonly Silent[]> => {
  const { rows } = await sql<Silent>`
    select r.id, r.state_since as "stateSince", r.person_id as "personId", r.organization_id as "organizationId",
      r.made_by as "madeBy", r.reminders_sent as "remindersSent", p.name, op.title, o.name as organization
    from referrals r
    join people p on p.place_id = r.place_id and p.id = r.person_id
    join opportunities op on op.place_id = r.place_id and op.id = r.opportunity_id
    join organizations o on o.place_id = r.place_id and o.id = r.organization_id
    where r.state = 'sent' and r.reminders_sent < ${patience.length}
      and not exists (select from referral_states s where s.referral_id = r.id and s.state = 'asked')
      and r.state_since <= ${ctx.now}::timestamptz - make_interval(days => (${[...patience]}::int[])[r.reminders_sent + 1])
    order by r.state_since limit 500
    for update of r`.execute(ctx.db);
  return rows;
};

const remindOne = async (ctx: Context, silent: Silent): Promise<void> => {
  const nth = silent.remindersSent + 1;
  await ctx.db.updateTable("referrals").set({ remindersSent: nth }).where("id", "=", silent.id).execute();
  const contacts = await contactsOf(ctx, silent.organizationId);
  if (nth < patience.length && contacts.length > 0) {
    const reader = forOrganization(ctx);
    const words = say(reader);
    const day = dayOnly(reader, silent.stateSince);
    const letter = {
      key: `referral.reminded:${silent.id}:${nth}`,
      kind: "referral.reminded",
      subject: words("remindSubject", silent),
      paragraphs: [words("remindText", { title: silent.title, day }), words("remindHow")],
    };
    for (const contact of contacts)
      await writeTo(ctx, contact, letter, await makeLink(ctx, silent.id, "answer", contact));
    await noteStep(ctx, silent.id, "reminded", { channel: "mail" });
    return;
  }
  await openTask(ctx, {
    kind: "answer",
    subjectId: silent.id,
    title: say(ctx)("taskSilent", silent),
    detail: say(ctx)("taskSilentDetail", { name: silent.name, day: dayOnly(ctx, silent.stateSince) }),
    path: paths.referral(silent.id),
    personId: silent.personId,
    ownerId: silent.madeBy,
    dueAt: dueIn(ctx, 0),
  });
};

/** Every morning: reminds organizations that did not answer, and hands to the office those who stay silent. */
export const remindOrganizations = async (ctx: Context): Promise<void> => {
  for (const silent of await listSilent(ctx)) await remindOne(ctx, silent);
};
