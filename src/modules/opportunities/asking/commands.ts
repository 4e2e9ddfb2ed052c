import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { nextOpeningEnd } from "#methods/opening-hours.ts";
import { openTask } from "#modules/desk/commands.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { contactsOf } from "#modules/organizations/queries.ts";
import { notify, unnotify } from "#modules/people/notices/commands.ts";
import { say } from "./messages.ts";

/** Somebody who was just invited, and how they can be reached. */
export type Invited = {
  readonly id: Id<"opportunityInvitation">;
  readonly personId: Id<"person">;
  readonly name: string;
  readonly language: string;
  /** Reads mails of the house; whoever does not is asked by the office. */
  readonly byMail: boolean;
  /** The secret of their link. */
  readonly token: string;
  readonly expiresAt: Date;
};

type Titled = Pick<WholeOpportunity, "id" | "title" | "organization">;
const week = 7 * 86_400_000;
const keyOf = (id: Id<"opportunityInvitation">): string => `invitation ${id}`;

/** Tells somebody that they are asked: in their next letter, or through a task of the office. */
export const tellInvited = async (ctx: Context, offer: Titled, invited: Invited): Promise<void> => {
  const { id, personId, name, language, byMail, token, expiresAt } = invited;
  if (!byMail) {
    await openTask(ctx, {
      kind: "reminder",
      subjectId: keyOf(id),
      title: say(ctx)("callTitle", { name, title: offer.title }),
      detail: say(ctx)("callDetail", { organization: offer.organization }),
      path: manage.office.people(offer.id),
      personId,
      dueAt: new Date(Math.min(+expiresAt, +nextOpeningEnd(ctx.place.openingHours, ctx.now) + week)),
    });
    return;
  }
  const words = say({ language: ctx.place.languages.includes(language) ? language : ctx.language });
  await notify(ctx, {
    personId,
    key: keyOf(id),
    kind: "invitation",
    title: words("noticeTitle", { title: offer.title }),
    text: words("noticeText", { organization: offer.organization }),
    path: paths.invitation(token),
    until: expiresAt,
  });
};

/** What waited to be told is not told any more, for it is answered. */
export const untell = (
  ctx: Context,
  personId: Id<"person">,
  id: Id<"opportunityInvitation">,
): Promise<void> => unnotify(ctx, personId, keyOf(id));

export const taskOf = keyOf;

type Released = {
  readonly id: Id<"opportunityInvitation">;
  readonly personId: Id<"person">;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly offer: WholeOpportunity;
};

// The organization hears it at once: whoever said yes waits.
const write = async (ctx: Context, released: Released, news: "yes" | "back"): Promise<boolean> => {
  const { id, name, email, phone, offer } = released;
  const words = say(ctx);
  const contacts = await contactsOf(ctx, offer.organizationId);
  const reach = [email, phone].filter(Boolean).join(", ");
  for (const contact of contacts) {
    await sendMail(ctx, {
      key: `invitation.${news} ${id} ${dayOf(ctx.now)} ${contact.email}`,
      kind: `invitation.${news}`,
      to: {
        name: contact.name,
        email: contact.email,
        ...(contact.personId ? { personId: contact.personId } : {}),
      },
      subject: words(`${news}Subject`, { title: offer.title }),
      paragraphs:
        news === "yes"
          ? [words("yesText", { name, title: offer.title }), reach, words("yesOnly")]
          : [words("backText", { name, title: offer.title })],
      actions: [{ label: words("seePeople"), path: manage.mine.people(offer.id) }],
    });
  }
  return contacts.length > 0;
};

/** Passes name and contact on to the organization, for this offer, and puts it on the worklist of the office. */
export const passOn = async (ctx: Context, released: Released): Promise<void> => {
  const written = await write(ctx, released, "yes");
  const { id, name, personId, offer } = released;
  await openTask(ctx, {
    kind: "answer",
    subjectId: keyOf(id),
    title: say(ctx)("yesTask", { name, title: offer.title }),
    detail: say(ctx)(written ? "yesTaskWritten" : "yesTaskNobody", { organization: offer.organization }),
    path: manage.office.people(offer.id),
    personId,
    dueAt: new Date(+nextOpeningEnd(ctx.place.openingHours, ctx.now) + (written ? week : 0)),
  });
};

/** Somebody took their yes back: the organization is asked to forget the contact. */
export const takeBack = async (ctx: Context, released: Released): Promise<void> => {
  await write(ctx, released, "back");
};
