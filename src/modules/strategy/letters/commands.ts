import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
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
