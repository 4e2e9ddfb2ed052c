import * as z from "zod";
import { day, paragraph } from "#core/input.ts";
import type { ProcessPhase } from "#modules/participation/schema.ts";
import { type PhaseKind, phaseKinds } from "#modules/participation/vocabulary.ts";

export type Dates = Pick<ProcessPhase, "kind" | "startsOn" | "endsOn">;
export type PhaseInput = Pick<ProcessPhase, "kind" | "startsOn" | "endsOn" | "words">;

/** What is wrong with a row of phases, in their order: one that ends before it begins, or two that overlap. */
export const wrongDates = (phases: readonly Dates[]): "backwards" | "overlap" | undefined => {
  if (phases.some(({ startsOn, endsOn }) => endsOn < startsOn)) return "backwards";
  return phases.some(({ startsOn }, at) => startsOn <= (phases[at - 1]?.endsOn ?? ""))
    ? "overlap"
    : undefined;
};

/** The fields of one phase. */
export const fieldsOf = (kind: PhaseKind) =>
  ({ from: `${kind}_von`, to: `${kind}_bis`, words: `${kind}_worte` }) as const;

const shape = Object.fromEntries(
  phaseKinds.flatMap((kind) => {
    const { from, to, words } = fieldsOf(kind);
    return [
      [from, day.optional()],
      [to, day.optional()],
      [words, paragraph(2_000).optional()],
    ];
  }),
) as Readonly<Record<string, z.ZodOptional<z.ZodType<string>>>>;

const Fields = z.object({ ...shape, grund: paragraph(1_000).default("") });

/** What the form of the phases sends: a phase without both days is none; one with only one of them is asked about. */
export const PhasesForm = Fields.superRefine((form: Readonly<Record<string, unknown>>, context) => {
  for (const kind of phaseKinds) {
    const { from, to } = fieldsOf(kind);
    const missing = form[from] === undefined ? from : to;
    if ((form[from] === undefined) !== (form[to] === undefined))
      context.addIssue({ code: "custom", path: [missing], message: "bothDays" });
  }
}).transform((form: Readonly<Record<string, unknown>>) => ({
  reason: String(form["grund"] ?? ""),
  phases: phaseKinds.flatMap((kind): PhaseInput[] => {
    const { from, to, words } = fieldsOf(kind);
    const [startsOn, endsOn] = [form[from], form[to]];
    if (typeof startsOn !== "string" || typeof endsOn !== "string") return [];
    return [{ kind, startsOn, endsOn, words: String(form[words] ?? "") }];
  }),
}));
