import * as z from "zod";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, email, line, paragraph } from "#core/input.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { findPersonByEmail } from "#modules/people/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, type WorkshopId } from "#modules/workshops/queries.ts";
import { say } from "./messages.ts";
import { listLate, type StepRow } from "./queries.ts";
import { stepStates } from "./vocabulary.ts";

type StepId = Id<"workshopStep">;

const idOf = <Kind extends string>() =>
  z
    .string()
    .refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null);

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** Who does what until when: a person, an organization or just a name. */
export const StepInput = z
  .object({
    title: line(300),
    words: optional(4_000),
    clusterId: idOf<"cardCluster">(),
    organizationId: idOf<"organization">(),
    ownerName: line(200)
      .optional()
      .transform((value) => value ?? ""),
    ownerEmail: email.optional(),
    dueOn: day,
    state: z.enum(stepStates).default("planned"),
    stateWords: optional(1_000),
  })
  .refine(({ organizationId, ownerName, ownerEmail }) => organizationId || ownerName || ownerEmail, {
    error: "who",
    path: ["ownerName"],
  })
  .refine(({ state, stateWords }) => state !== "dropped" || stateWords !== "", {
    error: "why",
    path: ["stateWords"],
  });
export type StepInput = z.output<typeof StepInput>;

export type StepRefusal = "unknownPerson" | "otherCluster";

type Values = Omit<StepInput, "ownerEmail"> & { readonly ownerId: Id<"person"> | null };

// The owner by their address, and the cluster of this very workshop.
const valuesOf = async (
  ctx: Context,
  workshop: WorkshopId,
  { ownerEmail, ...input }: StepInput,
): Promise<Outcome<Values, StepRefusal>> => {
  const owner = ownerEmail ? await findPersonByEmail(ctx, ownerEmail) : undefined;
  if (ownerEmail && !owner) return refused("unknownPerson");
  if (input.clusterId) {
    const cluster = await ctx.db
      .selectFrom("cardClusters")
      .select("id")
      .where("id", "=", input.clusterId)
      .where("workshopId", "=", workshop)
      .executeTakeFirst();
    if (!cluster) return refused("otherCluster");
  }
  const ownerName = input.ownerName || (owner?.name ?? "");
  return done({ ...input, ownerName, ownerId: owner?.id ?? null });
};

const tellOwner = async (
  ctx: Context,
  { id, slug }: { readonly id: StepId; readonly slug: string },
  { ownerId, title, dueOn }: Values,
): Promise<void> => {
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  if (ownerId === null || ownerId === me) return;
  await notify(ctx, {
    personId: ownerId,
    key: `workshop_step:${id}`,
    kind: "reminder",
    title: say(ctx)("noticeTitle", { title }),
    text: say(ctx)("noticeText", { day: dayWithYear(ctx, dueOn) }),
    path: paths.publicSteps(slug),
  });
};

const tieToCluster = async (ctx: Context, id: StepId, cluster: Id<"cardCluster"> | null): Promise<void> => {
  if (cluster) await tie(ctx, { kind: "cardCluster", id: cluster }, { kind: "workshopStep", id });
};

/** Writes a step down; its owner hears of it, and it is tied to the cluster it came of. */
export const addStep = async (
  ctx: Context,
  workshop: WorkshopId,
  input: StepInput,
): Promise<Outcome<StepId, StepRefusal>> => {
  allow(may.run(ctx));
  const { slug } = found(await findWorkshop(ctx, workshop));
  const values = await valuesOf(ctx, workshop, input);
  if (!values.ok) return values;
  const { id } = await ctx.db
    .insertInto("workshopSteps")
    .values({
      ...values.value,
      workshopId: workshop,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tieToCluster(ctx, id, values.value.clusterId);
  await tellOwner(ctx, { id, slug }, values.value);
  await record(ctx, "workshop_step.added", id, { workshopId: workshop, state: values.value.state });
  return done(id);
};

/** Changes a step, and says how it stands; what is done, dropped or due later is late no more. */
export const changeStep = async (
  ctx: Context,
  id: StepId,
  input: StepInput,
): Promise<Outcome<null, StepRefusal>> => {
  allow(may.run(ctx));
  const before = found(
    await ctx.db.selectFrom("workshopSteps").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  const values = await valuesOf(ctx, before.workshopId, input);
  if (!values.ok) return values;
  const after = values.value;
  await ctx.db
    .updateTable("workshopSteps")
    .set({ ...after, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (after.clusterId !== before.clusterId) await tieToCluster(ctx, id, after.clusterId);
  const { slug } = found(await findWorkshop(ctx, before.workshopId));
  if (after.ownerId !== before.ownerId) await tellOwner(ctx, { id, slug }, after);
  const late = ["planned", "started"].includes(after.state) && after.dueOn < dayOf(ctx.now);
  if (!late) await closeTask(ctx, "workshop", id, say(ctx)("taskClosed"));
  await record(ctx, "workshop_step.changed", id, {
    workshopId: before.workshopId,
    from: { state: before.state, dueOn: before.dueOn, title: before.title },
    to: { state: after.state, dueOn: after.dueOn, title: after.title },
  });
  return done(null);
};

/** Whoever is named as the owner: a name, an organization, or both. */
export const ownerOf = ({ ownerName, organization }: Pick<StepRow, "ownerName" | "organization">): string =>
  [ownerName, organization].filter(Boolean).join(", ");

/** Puts what is late on the worklist, and tells its owner once. */
export const watchSteps = async (ctx: Context): Promise<number> => {
  const late = await listLate(ctx, dayOf(ctx.now));
  for (const step of late) {
    const { id, title, dueOn, ownerId } = step;
    const words = { title, who: ownerOf(step), day: dayWithYear(ctx, dueOn) };
    await openTask(ctx, {
      kind: "workshop",
      subjectId: id,
      title: say(ctx)("taskTitle", words),
      detail: say(ctx)("taskDetail", words),
      path: paths.step(step.workshopId, id),
      dueAt: instantAt(dueOn),
    });
    if (ownerId)
      await notify(ctx, {
        personId: ownerId,
        key: `workshop_step.late:${id}:${dueOn}`,
        kind: "reminder",
        title: say(ctx)("lateTitle", words),
        text: say(ctx)("lateText", words),
        path: paths.publicSteps(step.slug),
      });
  }
  return late.length;
};

/** A person leaves: their steps go on without their name. */
export const forgetOwner = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("workshopSteps")
    .set({ ownerId: null, ownerName: "" })
    .where("ownerId", "=", person)
    .execute();
};
