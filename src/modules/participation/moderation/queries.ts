import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { paths } from "#modules/participation/paths.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Moderation } from "#modules/participation/schema.ts";

/** What people write in a process and the office may hide. Statements are read in their round. */
export const subjectKinds = ["proposal", "reason", "question"] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const isSubjectKind = (text: string): text is SubjectKind =>
  (subjectKinds as readonly string[]).includes(text);

export type Subject = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly state: string;
  readonly path: string;
};

const findProposalSubject = async (
  ctx: Context,
  process: ProcessId,
  id: string,
): Promise<Subject | undefined> => {
  const row = await ctx.db
    .selectFrom("proposals as proposal")
    .innerJoin("processes as process", "process.id", "proposal.processId")
    .select([
      "proposal.id",
      "proposal.title",
      "proposal.words",
      "proposal.state",
      "proposal.number",
      "process.slug",
    ])
    .where("proposal.processId", "=", process)
    .where("proposal.id", "=", id as Id<"proposal">)
    .executeTakeFirst();
  return row && { ...row, kind: "proposal", path: paths.proposal(row.slug, row.number) };
};

const findReasonSubject = async (
  ctx: Context,
  process: ProcessId,
  id: string,
): Promise<Subject | undefined> => {
  const row = await ctx.db
    .selectFrom("proposalReasons as reason")
    .innerJoin("proposals as proposal", "proposal.id", "reason.proposalId")
    .innerJoin("processes as process", "process.id", "proposal.processId")
    .select([
      "reason.id",
      "proposal.title",
      "reason.words",
      "reason.state",
      "proposal.number",
      "process.slug",
    ])
    .where("proposal.processId", "=", process)
    .where("reason.id", "=", id as Id<"proposalReason">)
    .executeTakeFirst();
  return row && { ...row, kind: "reason", path: `${paths.proposal(row.slug, row.number)}#gruende` };
};

const findQuestionSubject = async (
  ctx: Context,
  process: ProcessId,
  id: string,
): Promise<Subject | undefined> => {
  const row = await ctx.db
    .selectFrom("processAnswers as answer")
    .innerJoin("processes as process", "process.id", "answer.processId")
    .select(["answer.id", "answer.questionWords", "answer.state", "process.slug", "process.title"])
    .where("answer.processId", "=", process)
    .where("answer.id", "=", id as Id<"processAnswer">)
    .where("answer.questionWords", "<>", "")
    .executeTakeFirst();
  return row && { ...row, kind: "question", words: row.questionWords, path: paths.questions(row.slug) };
};

const finders = { proposal: findProposalSubject, reason: findReasonSubject, question: findQuestionSubject };

/** One thing that somebody wrote in this process. */
export const findSubject = (
  ctx: Context,
  process: ProcessId,
  kind: SubjectKind,
  id: string,
): Promise<Subject | undefined> => finders[kind](ctx, process, id);

/** Who wrote it, as far as they have a file; they may object. */
export const authorsOf = async (
  ctx: Context,
  { subjectKind, subjectId }: Pick<Moderation, "subjectKind" | "subjectId">,
): Promise<readonly Id<"person">[]> => {
  if (subjectKind === "proposal") {
    const rows = await ctx.db
      .selectFrom("proposalAuthors")
      .select("personId")
      .where("proposalId", "=", subjectId as Id<"proposal">)
      .limit(100)
      .execute();
    return rows.map(({ personId }) => personId);
  }
  if (subjectKind === "statement") return [];
  const row =
    subjectKind === "reason"
      ? await ctx.db
          .selectFrom("proposalReasons")
          .select("personId as author")
          .where("id", "=", subjectId as Id<"proposalReason">)
          .executeTakeFirst()
      : await ctx.db
          .selectFrom("processAnswers")
          .select("askedBy as author")
          .where("id", "=", subjectId as Id<"processAnswer">)
          .executeTakeFirst();
  return row?.author ? [row.author] : [];
};

/** The public log: what was hidden or shown again, when and why. Never the words that were hidden, never a name. */
export const listLog = (ctx: Context, process: ProcessId): Promise<readonly Moderation[]> =>
  ctx.db
    .selectFrom("moderations")
    .selectAll()
    .where("processId", "=", process)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(500)
    .execute();

export const findModeration = (
  ctx: Context,
  process: ProcessId,
  id: Id<"moderation">,
): Promise<Moderation | undefined> =>
  ctx.db
    .selectFrom("moderations")
    .selectAll()
    .where("processId", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();

export type Recent = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly words: string;
  readonly state: string;
  readonly madeAt: Date;
};

/** What was written last, hidden things too, for the office to read. */
export const listRecent = async (ctx: Context, process: ProcessId): Promise<readonly Recent[]> => {
  const proposals = await ctx.db
    .selectFrom("proposals")
    .select(["id", "title as words", "state", "madeAt"])
    .where("processId", "=", process)
    .where("state", "in", ["published", "hidden"])
    .orderBy("madeAt", "desc")
    .limit(40)
    .execute();
  const reasons = await ctx.db
    .selectFrom("proposalReasons as reason")
    .innerJoin("proposals as proposal", "proposal.id", "reason.proposalId")
    .select(["reason.id", "reason.words", "reason.state", "reason.madeAt"])
    .where("proposal.processId", "=", process)
    .where("reason.state", "in", ["published", "hidden"])
    .orderBy("reason.madeAt", "desc")
    .limit(40)
    .execute();
  const questions = await ctx.db
    .selectFrom("processAnswers")
    .select(["id", "questionWords as words", "state", "madeAt"])
    .where("processId", "=", process)
    .where("questionWords", "<>", "")
    .where("state", "in", ["published", "hidden"])
    .orderBy("madeAt", "desc")
    .limit(40)
    .execute();
  const rows: Recent[] = [
    ...proposals.map((row) => ({ ...row, kind: "proposal" as const })),
    ...reasons.map((row) => ({ ...row, kind: "reason" as const })),
    ...questions.map((row) => ({ ...row, kind: "question" as const })),
  ];
  return rows.sort((one, other) => +other.madeAt - +one.madeAt).slice(0, 60);
};
