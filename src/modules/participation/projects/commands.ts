import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { FundProject } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { findProject } from "./queries.ts";

type ProjectId = Id<"fundProject">;

const lock = async (ctx: Context, id: ProjectId) => {
  allow(may.run(ctx));
  await ctx.db.selectFrom("fundProjects").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findProject(ctx, id));
};

export type ProjectInput = {
  readonly ownerWords: string;
  readonly dueOn: string | null;
  readonly state: FundProject["state"];
  readonly stateWords: string;
};

const stepOf = { started: "started", done: "done", stopped: "stopped" } as const;

/** Who carries it out, until when, and how it stands. A project is stopped only with a reason. */
export const changeProject = async (
  ctx: Context,
  id: ProjectId,
  input: ProjectInput,
): Promise<Outcome<null, "noReason">> => {
  const before = await lock(ctx, id);
  if (input.state === "stopped" && input.stateWords === "") return refused("noReason");
  await ctx.db
    .updateTable("fundProjects")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (input.state !== before.state && input.state !== "funded")
    await addStep(ctx, before.proposalId, stepOf[input.state], {
      title: input.ownerWords,
      words: input.stateWords,
      path: paths.projects(before.slug),
    });
  await record(ctx, "fund_project.changed", id);
  return done(null);
};

export type UpdateInput = {
  readonly words: string;
  readonly happenedOn: string;
  readonly spentCents: number;
  readonly file: Id<"file"> | null;
};

export type UpdateRefusal = "ahead" | "overGranted";

/** How a project goes on: in words, with what was spent and a picture. More than was granted cannot be spent. */
export const addUpdate = async (
  ctx: Context,
  id: ProjectId,
  { file, ...input }: UpdateInput,
): Promise<Outcome<Id<"fundUpdate">, UpdateRefusal>> => {
  const project = await lock(ctx, id);
  if (input.happenedOn > isoDay(ctx.now)) return refused("ahead");
  if (project.spentCents + input.spentCents > project.grantedCents) return refused("overGranted");
  const row = await ctx.db
    .insertInto("fundUpdates")
    .values({
      ...input,
      projectId: id,
      fileId: file,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      madeAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .updateTable("fundProjects")
    .set({ spentCents: project.spentCents + input.spentCents, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await addStep(ctx, project.proposalId, "progress", {
    words: input.words,
    path: paths.projects(project.slug),
  });
  return done(row.id);
};
