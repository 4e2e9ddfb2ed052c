import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, paragraph } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { changeCluster } from "#modules/workshops/clusters/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import type { Workshop, WorkshopCorrection } from "#modules/workshops/schema.ts";
import { say } from "./messages.ts";
import { takesCorrections } from "./queries.ts";

type CorrectionId = Id<"workshopCorrection">;

export const CorrectionInput = z.object({
  thema: z
    .string()
    .refine((text): text is Id<"cardCluster"> => isId<"cardCluster">(text), { error: "choose" }),
  worte: paragraph(2_000),
});
export type CorrectionInput = z.output<typeof CorrectionInput>;

/** Who was there: a phone of the hall, or somebody who registered. */
export type Writer =
  | { readonly guest: Id<"workshopGuest">; readonly registration?: undefined }
  | { readonly registration: Id<"workshopRegistration">; readonly guest?: undefined };

const mostOfOne = 20;

const countOf = async (ctx: Context, { guest, registration }: Writer): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("workshopCorrections")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .$if(guest !== undefined, (query) => query.where("guestId", "=", guest ?? null))
    .$if(registration !== undefined, (query) => query.where("registrationId", "=", registration ?? null))
    .executeTakeFirstOrThrow();
  return n;
};

/** "Das haben wir anders gemeint": the office has a week to answer, and everybody can read it. */
export const correct = async (
  ctx: Context,
  workshop: Pick<Workshop, "id" | "title" | "state" | "correctUntil">,
  { thema, worte }: CorrectionInput,
  writer: Writer,
): Promise<Outcome<CorrectionId, "over" | "tooMany">> => {
  if (!takesCorrections(ctx, workshop)) return refused("over");
  found(
    await ctx.db
      .selectFrom("cardClusters")
      .select("id")
      .where("id", "=", thema)
      .where("workshopId", "=", workshop.id)
      .executeTakeFirst(),
  );
  if ((await countOf(ctx, writer)) >= mostOfOne) return refused("tooMany");
  const { id } = await ctx.db
    .insertInto("workshopCorrections")
    .values({
      workshopId: workshop.id,
      clusterId: thema,
      words: worte,
      guestId: writer.guest ?? null,
      registrationId: writer.registration ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await openTask(ctx, {
    kind: "workshop",
    subjectId: workshop.id,
    title: say(ctx)("taskTitle", workshop),
    detail: say(ctx)("taskDetail"),
    path: paths.officeCorrections(workshop.id),
    dueAt: instantAt(plusDays(dayOf(ctx.now), 7)),
  });
  // Nothing says who wrote it: a phone of the hall has no name, and is to have none in the history either.
  await record(ctx, "workshop_correction.added", id, { workshopId: workshop.id });
  return done(id);
};

/** Taken over: the cluster is said anew. Declined: with a reason that everybody can read. */
export const DecisionInput = z
  .object({
    korrektur: z
      .string()
      .refine((text): text is CorrectionId => isId<"workshopCorrection">(text), { error: "choose" }),
    aktion: z.enum(["taken", "declined"]),
    titel: line(200),
    zusammenfassung: paragraph(4_000)
      .optional()
      .transform((value) => value ?? ""),
    antwort: paragraph(2_000)
      .optional()
      .transform((value) => value ?? ""),
  })
  .refine(({ aktion, antwort }) => aktion !== "declined" || antwort !== "", {
    error: "reason",
    path: ["antwort"],
  });
export type DecisionInput = z.output<typeof DecisionInput>;

const tellWriter = async (
  ctx: Context,
  { id, registrationId, workshopId, words }: WorkshopCorrection,
  state: "taken" | "declined",
  reply: string,
): Promise<void> => {
  if (registrationId === null) return;
  const writer = await ctx.db
    .selectFrom("workshopRegistrations as r")
    .innerJoin("workshops as w", "w.id", "r.workshopId")
    .select(["r.name", "r.email", "r.personId", "w.slug", "w.title"])
    .where("r.id", "=", registrationId)
    .where("w.id", "=", workshopId)
    .where("r.email", "<>", "")
    .executeTakeFirst();
  if (!writer) return;
  const text = say(ctx);
  await sendMail(ctx, {
    key: `workshop.correction:${id}`,
    kind: "workshop.correction",
    to: { email: writer.email, name: writer.name, ...(writer.personId ? { personId: writer.personId } : {}) },
    subject: text("mailSubject", writer),
    paragraphs: [
      text("mailWords", { words }),
      text(state === "taken" ? "mailTaken" : "mailDeclined"),
      ...(reply ? [text("mailReply", { reply })] : []),
    ],
    actions: [{ label: text("mailLook"), path: paths.corrections(writer.slug) }],
  });
};

const closeWhenAnswered = async (ctx: Context, workshop: Id<"workshop">): Promise<void> => {
  const open = await ctx.db
    .selectFrom("workshopCorrections")
    .select("id")
    .where("workshopId", "=", workshop)
    .where("state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  if (!open) await closeTask(ctx, "workshop", workshop, say(ctx)("taskDone"));
};

/** Decides about one correction, once. Whoever left an address is told. */
export const decideCorrection = async (
  ctx: Context,
  workshop: Id<"workshop">,
  { korrektur: id, aktion, titel, zusammenfassung, antwort }: DecisionInput,
): Promise<Outcome<null, "decided">> => {
  allow(may.run(ctx));
  const correction = found(
    await ctx.db
      .selectFrom("workshopCorrections")
      .selectAll()
      .where("id", "=", id)
      .where("workshopId", "=", workshop)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (correction.state !== "open") return refused("decided");
  const decidedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db
    .updateTable("workshopCorrections")
    .set({ state: aktion, reply: antwort, decidedAt: ctx.now, decidedBy })
    .where("id", "=", id)
    .execute();
  if (aktion === "taken") {
    const after = { title: titel, words: zusammenfassung };
    await changeCluster(ctx, correction.clusterId, after, { correctionId: id });
  }
  await tellWriter(ctx, correction, aktion, antwort);
  await closeWhenAnswered(ctx, workshop);
  await record(ctx, "workshop_correction.decided", id, { workshopId: workshop, state: aktion });
  return done(null);
};

/** Somebody leaves: what they said stays, without them. */
export const forgetWriter = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("workshopCorrections")
    .set({ registrationId: null })
    .where("registrationId", "in", (select) =>
      select.selectFrom("workshopRegistrations as r").select("r.id").where("r.personId", "=", person),
    )
    .execute();
};
