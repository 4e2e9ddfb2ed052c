import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcessId } from "#modules/participation/queries.ts";

type ProjectId = Id<"fundProject">;

const select = (ctx: Context) =>
  ctx.db
    .selectFrom("fundProjects as project")
    .innerJoin("proposals as proposal", "proposal.id", "project.proposalId")
    .innerJoin("processes as process", "process.id", "proposal.processId")
    .select([
      "project.id",
      "project.fundId",
      "project.proposalId",
      "project.grantedCents",
      "project.spentCents",
      "project.ownerWords",
      "project.dueOn",
      "project.state",
      "project.stateWords",
      "project.changedAt",
      "proposal.number",
      "proposal.title",
      "proposal.processId",
      "process.slug",
    ]);

/** The funded projects of a process, in the order of their proposals. */
export const listProjects = (ctx: Context, process: ProcessId) =>
  select(ctx)
    .where("proposal.processId", "=", process)
    .where("process.state", "<>", "draft")
    .orderBy("proposal.number")
    .limit(500)
    .execute();

export type Project = Awaited<ReturnType<typeof listProjects>>[number];

/** One funded project. */
export const findProject = (ctx: Context, id: ProjectId): Promise<Project | undefined> =>
  select(ctx).where("project.id", "=", id).executeTakeFirst();

/** What became of a proposal with the money, if it was funded. */
export const findProjectOf = (ctx: Context, proposal: Id<"proposal">): Promise<Project | undefined> =>
  select(ctx).where("project.proposalId", "=", proposal).executeTakeFirst();

/** Projects by their ids, for threads. */
export const nameProjects = (ctx: Context, ids: readonly ProjectId[]): Promise<readonly Project[]> =>
  ids.length === 0 ? Promise.resolve([]) : select(ctx).where("project.id", "in", ids).limit(200).execute();

/** Projects with these words, for whoever ties a thread. */
export const searchProjects = (ctx: Context, words: string): Promise<readonly Project[]> =>
  select(ctx)
    .where("proposal.title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
    .orderBy("project.changedAt", "desc")
    .limit(10)
    .execute();

/** How the projects go on, newest first, each with its picture. */
export const listUpdates = (ctx: Context, projects: readonly ProjectId[]) =>
  projects.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom("fundUpdates as update")
        .leftJoin("files as file", "file.id", "update.fileId")
        .select([
          "update.id",
          "update.projectId",
          "update.words",
          "update.happenedOn",
          "update.spentCents",
          "update.fileId",
          "file.width",
          "file.height",
          "file.alternativeText",
        ])
        .where("update.projectId", "in", projects)
        .orderBy("update.happenedOn", "desc")
        .orderBy("update.id", "desc")
        .limit(1_000)
        .execute();

export type Update = Awaited<ReturnType<typeof listUpdates>>[number];
