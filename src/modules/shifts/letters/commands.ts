import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { openTask } from "#modules/desk/commands.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Place } from "#modules/shifts/places/queries.ts";
import { say } from "./messages.ts";

type Reader = {
  readonly personId: Id<"person">;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
};

export type Offer = Reader & {
  readonly id: Id<"signup">;
  readonly party: number;
  readonly expiresAt: Date;
  readonly token: string;
};

const factsOf = (ctx: Context, place: Place) => ({
  role: place.role,
  offer: place.offer,
  organization: place.organization,
  when: dayAndTime(ctx, place.startsAt, place.endsAt),
});

/** A place is held for somebody who waited: by mail at once; who has none is phoned by the office. */
export const writeOffer = async (asking: Context, place: Place, offer: Offer): Promise<void> => {
  const { personId, name, email, language, party, expiresAt, token } = offer;
  if (!email) return phoneOffer(asking, place, offer);
  const ctx = { ...asking, language };
  const words = say(ctx);
  const facts = factsOf(ctx, place);
  await sendMail(ctx, {
    key: `waiting.offer ${offer.id} ${expiresAt.toISOString()} ${token.slice(0, 8)}`,
    kind: "waiting.offer",
    to: { name, email, personId, language },
    subject: words("offerSubject", facts),
    paragraphs: [
      words("offerWords", facts),
      ...(party > 1 ? [words("offerGroup", { n: party })] : []),
      words("offerUntil", { until: dayAndTime(ctx, expiresAt) }),
    ],
    actions: [{ label: words("offerAction"), path: paths.freePlace(token) }],
  });
};

const phoneOffer = async (ctx: Context, place: Place, offer: Offer): Promise<void> => {
  const words = say(ctx);
  const { id, personId, name, phone, expiresAt } = offer;
  const until = dayAndTime(ctx, expiresAt);
  await openTask(ctx, {
    kind: "shift",
    subjectId: id,
    title: words("phoneTitle", { name }),
    detail: words("phoneDetail", { ...factsOf(ctx, place), until, phone: phone ?? words("noPhone") }),
    path: paths.signup(place.opportunityId, id),
    personId,
    dueAt: expiresAt,
  });
};

/** It would have been their turn, but they are somewhere else at that time: this can wait for the next letter. */
export const tellElsewhere = async (
  asking: Context,
  place: Place,
  { id, personId, language }: Pick<Reader, "personId" | "language"> & { readonly id: Id<"signup"> },
): Promise<void> => {
  const ctx = { ...asking, language };
  await notify(ctx, {
    personId,
    key: `waiting-elsewhere:${id}`,
    kind: "waiting",
    title: say(ctx)("elsewhereTitle", factsOf(ctx, place)),
    text: say(ctx)("elsewhereText"),
    path: paths.mySignup(id),
    until: place.startsAt,
  });
};
