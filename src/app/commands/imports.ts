import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Outcome } from "#core/outcome.ts";
import { applyOffers } from "#modules/opportunities/imports/commands.ts";
import { type Plan as OfferPlan, planImport as planOffers } from "#modules/opportunities/imports/queries.ts";
import { applyImport, keepImport } from "#modules/organizations/imports/commands.ts";
import { type ImportKind, planImport } from "#modules/organizations/imports/queries.ts";
import { type Call, type Command, type Option, WrongUsage } from "./command.ts";
import { inTown } from "./house.ts";
import { importOptions, readText } from "./upload.ts";

/** What would become of one row. */
type Row = {
  readonly line: number;
  readonly state: "new" | "changed" | "same" | "double" | "wrong";
  readonly name: string;
  readonly known: string | null;
  readonly details: readonly string[];
};

type Source = { readonly source: string; readonly text: string };

/** A kind of file: how it is tried, how it is taken over, and what to say of the figures. */
type Kind = {
  readonly kind: ImportKind;
  readonly plan: (ctx: Context, source: Source) => Promise<readonly Row[]>;
  readonly apply: (
    ctx: Context,
    id: Id<"import">,
    call: Call,
  ) => Promise<Outcome<Readonly<Record<string, number>>, string>>;
  readonly remarks: (figures: Readonly<Record<string, number>>) => readonly string[];
};

const linesToAdd = (call: Call): number[] =>
  call.options("add").map((line) => {
    if (!/^\d{1,8}$/u.test(line)) throw new WrongUsage(`--add ${line} is no line of the file.`);
    return Number(line);
  });

const directory = (kind: "organizations" | "hsds"): Kind => ({
  kind,
  plan: async (ctx, { source, text }) => {
    const plan = await planImport(ctx, { kind, source, content: text });
    if (!plan.ok) throw new Error(plan.problem);
    return plan.rows.map(({ draft, state, organization, changed }) => ({
      line: draft.line,
      state,
      name: draft.name,
      known: organization?.name ?? null,
      details: [...changed, ...draft.problems],
    }));
  },
  apply: (ctx, id, call) => applyImport(ctx, id, linesToAdd(call)),
  remarks: ({ left }) =>
    left
      ? [
          `${left} look like something known and were left out: see --dry-run, and --add LINE for those that are new.`,
        ]
      : [],
});

const fileProblems: Readonly<Record<Extract<OfferPlan, { ok: false }>["problem"], string>> = {
  empty: "The file has no rows.",
  tooManyRows: "The file has too many rows; please split it.",
  quotes: "A quotation mark in the file is never closed.",
  doubleHeading: "Two columns have the same heading.",
  binary: "This is no table of text; save a spreadsheet as CSV first.",
  noColumns: "The file needs a column for the title and one for the organization.",
};

const rowProblems = {
  noTitle: "the title is missing",
  noOrganization: "the organization is missing",
  uneven: "more or fewer cells than headings",
  twice: "stands in the file twice",
  unreadable: "a value cannot be used",
} as const;

const offers: Kind = {
  kind: "opportunities",
  plan: async (ctx, { source, text }) => {
    const plan = await planOffers(ctx, source, text);
    if (!plan.ok) throw new Error(fileProblems[plan.problem]);
    return plan.rows.map(({ draft: { line, title, organization, problem }, state }) => ({
      line,
      state,
      name: title,
      known: null,
      details: [...(organization ? [organization] : []), ...(problem ? [rowProblems[problem]] : [])],
    }));
  },
  apply: (ctx, id, call) => applyOffers(ctx, id, call.isOn("publish")),
  remarks: ({ published = 0, stubs = 0 }) => [
    `${published} published; ${stubs} organizations were made for them.`,
  ],
};

const rowLine = ({ line, state, name, known, details }: Row): string => {
  const which = known && known !== name ? ` (known as ${known})` : "";
  return `${String(line).padStart(5)}  ${state.padEnd(7)}  ${name}${which}${details.length > 0 ? `: ${details.join(", ")}` : ""}`;
};

const refuseWrong = (rows: readonly Row[]): void => {
  const wrong = rows.filter(({ state }) => state === "wrong");
  const [first] = wrong;
  if (!first) return;
  const where = `the first in line ${first.line}, ${first.name}: ${first.details.join(", ")}`;
  throw new Error(`Nothing was taken over. Wrong rows: ${wrong.length}, ${where}`);
};

const takeOver =
  ({ kind, plan, apply, remarks }: Kind) =>
  async (call: Call): Promise<void> => {
    const { name, text } = await readText(call);
    const source = call.option("source") ?? name.replace(/\.\w+$/u, "");
    if (call.isOn("dry-run")) {
      const rows = await inTown(call, "read only", (ctx) => plan(ctx, { source, text }));
      const sum = `${rows.length} rows were looked at, nothing was changed.`;
      return call.answer({ source, rows }, [...rows.map(rowLine), sum]);
    }
    const figures = await inTown(call, "read write", async (ctx) => {
      refuseWrong(await plan(ctx, { source, text }));
      const outcome = await apply(ctx, await keepImport(ctx, { kind, source, fileName: name, text }), call);
      if (!outcome.ok) throw new Error(`Nothing was taken over: ${outcome.because}.`);
      return outcome.value;
    });
    const sum = `${figures["new"]} new, ${figures["changed"]} changed, ${figures["same"]} as before.`;
    call.answer({ source, ...figures }, [sum, ...remarks(figures)]);
  };

const sourced: Readonly<Record<string, Option>> = {
  ...importOptions,
  source: {
    value: "WORDS",
    words: "where it comes from, so that its next file updates these rows; else the file's name",
  },
};
const directoryOptions: Readonly<Record<string, Option>> = {
  ...sourced,
  add: { value: "LINE", words: "take this line over although it looks like something known", several: true },
};

/** What comes from tables. */
export const importCommands: readonly Command[] = [
  {
    name: "import organizations",
    words: "Take organizations over from a table (CSV).",
    parameters: ["FILE"],
    options: directoryOptions,
    run: takeOver(directory("organizations")),
  },
  {
    name: "import hsds",
    words: "Take organizations and services over from HSDS 3 (JSON).",
    parameters: ["FILE"],
    options: directoryOptions,
    run: takeOver(directory("hsds")),
  },
  {
    name: "import opportunities",
    words: "Take offers over from a table (CSV), as drafts.",
    parameters: ["FILE"],
    options: { ...sourced, publish: { words: "publish the new ones at once" } },
    run: takeOver(offers),
  },
];
