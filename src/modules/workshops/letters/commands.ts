import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { sendMail } from "#core/mail.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopRegistration } from "#modules/workshops/schema.ts";
import { say } from "./messages.ts";

export type News = "registered" | "waiting" | "movedUp" | "moved" | "reminder" | "canceled";

type Letter = {
  readonly workshop: Workshop;
  readonly registration: Pick<WorkshopRegistration, "id" | "name" | "email" | "personId">;
  readonly news: News;
  /** The way back to the registration, in letters that have one. */
  readonly token?: string | undefined;
};

/** Tells somebody who registered what there is to know; without an e-mail address nobody is told. */
export const writeTo = async (
  ctx: Context,
  { workshop, registration, news, token }: Letter,
): Promise<void> => {
  const { id, name, email, personId } = registration;
  if (!email) return;
  const words = say(ctx);
  const { title, question, whereText, accessWords } = workshop;
  const when = dayAndTime(ctx, workshop.startsAt, workshop.endsAt);
  const about = [
    ...(question && news === "registered" ? [words("questionText", { question })] : []),
    ...(whereText ? [words("whereText", { where: whereText })] : []),
    ...(accessWords && news !== "moved" ? [words("accessText", { access: accessWords })] : []),
  ];
  await sendMail(ctx, {
    key: `workshop.${news}:${id}:${+ctx.now}`,
    kind: `workshop.${news}`,
    to: { email, name, ...(personId ? { personId } : {}) },
    subject: words(`${news}Subject`, { title }),
    paragraphs: [
      words(`${news}Text`, { title, when, phone: ctx.place.officePhone }),
      ...(news === "canceled" ? [] : about),
      ...(token ? [words("changeText")] : []),
    ],
    ...(token
      ? { actions: [{ label: words("action"), path: paths.registration(workshop.slug, token) }] }
      : {}),
  });
};
