import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { number, percent } from "#core/number.ts";
import { type PlanAnswer, placesToGain, sharesOf } from "#methods/assignment-answer.ts";
import type { Reason } from "#methods/assignment-reasons.ts";
import type { Change } from "#modules/shifts/adoptions/policy.ts";
import type { ProposalRow } from "#modules/shifts/computing/queries.ts";
import { CheckboxGroup } from "#ui/choices.tsx";
import { Facts, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Comparison } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly answer: PlanAnswer;
  readonly comparison: Comparison;
};

/** Whether it can be better, said so that it can be believed. */
export const proofOf = (ctx: Context, answer: PlanAnswer): string => {
  const words = say(ctx);
  if (answer.optimal) return words("proven");
  const n = placesToGain(answer);
  return n > 0 ? words("notProvenPlaces", { n }) : words("notProvenWishes");
};

export const Figures = ({ ctx, answer }: { readonly ctx: Context; readonly answer: PlanAnswer }) => {
  const words = say(ctx);
  const { minimumFilled, minimumNeeded, wishesMet, wishesPossible, smallestShare } = answer.figures;
  const of = (n: number) => words("of", { n: number(ctx, n) });
  return (
    <Facts
      facts={[
        { value: number(ctx, minimumFilled), of: of(minimumNeeded), sentence: words("factMinimum") },
        { value: number(ctx, wishesMet), of: of(wishesPossible), sentence: words("factWishes") },
        ...(smallestShare === null
          ? []
          : [{ value: percent(ctx, smallestShare), sentence: words("factSmallest") }]),
      ]}
    />
  );
};

/** Shift and role of a need in words, as the problem knew it. */
export const placeOf = (ctx: Context, { problem }: Comparison, needId: string): string => {
  const words = say(ctx);
  const need = problem.needs.find(({ id }) => id === needId);
  const shift = problem.shifts.find(({ id }) => id === need?.shift);
  const role = problem.roles.find(({ id }) => id === need?.role);
  if (!need || !shift || !role) return words("placeGone");
  const when = dayAndTime(ctx, new Date(shift.from), new Date(shift.to));
  return words("place", { when: shift.title ? `${when} (${shift.title})` : when, role: role.name });
};

const sorted = (names: readonly string[]): string[] =>
  [...names].sort((one, other) => one.localeCompare(other, "de"));

type ChangesProps = Omit<Props, "answer"> & {
  readonly formKey: string;
  readonly action: string;
  readonly form?: Filled | undefined;
};

/** What would change for whom, each to be ticked off, and the button that takes it over. */
export const Changes = ({ ctx, formKey, action, comparison, form }: ChangesProps) => {
  const words = say(ctx);
  const { changes, names } = comparison;
  if (changes.length === 0) return <p>{words("noChanges")}</p>;
  const inWords = (own: readonly Change[]): string => {
    const list = (wanted: boolean) =>
      own
        .filter(({ signupId }) => (signupId !== undefined) === wanted)
        .map(({ needId }) => placeOf(ctx, comparison, needId))
        .join("; ");
    const [to, from] = [list(false), list(true)];
    if (to && from) return words("moves", { to, from });
    return to ? words("comes", { to }) : words("staysAway", { from });
  };
  const people = [...Map.groupBy(changes, ({ personId }) => personId)]
    .map(([personId, own]) => ({ value: personId, label: names.get(personId) ?? "", hint: inWords(own) }))
    .sort((one, other) => one.label.localeCompare(other.label, "de"));
  return (
    <Form
      ctx={ctx}
      action={action}
      formKey={formKey}
      form={form ?? filledWith({ menschen: people.map(({ value }) => value) })}
      submit={words("adopt")}
      next={words("adoptNext")}
    >
      <CheckboxGroup name="menschen" label={words("whose")} hint={words("whoseHint")} options={people} />
    </Form>
  );
};

const shown = 300;

/** Who comes today and who in the proposal, need by need. */
export const Compared = ({ ctx, answer, comparison }: Props) => {
  const words = say(ctx);
  const { problem, today, changes, names } = comparison;
  const proposed = Map.groupBy(answer.assignments, ([, need]) => need);
  const now = Map.groupBy(today.holding, ({ needId }): string => needId);
  const missing = new Map(answer.unfilled.map((one) => [one.need, one.missing]));
  const nameOf = (id: string): string => names.get(id) ?? "";
  const peopleNow = (need: string) =>
    sorted((now.get(need) ?? []).flatMap((one) => nameOf(one.personId ?? "") || []));
  const ending = new Set(changes.map(({ signupId }) => signupId));
  // Who stays although the proposal does not speak of them, groups and people without a name too.
  const staying = (need: string, listed: ReadonlySet<string>) =>
    (now.get(need) ?? []).filter(({ id, personId }) => !ending.has(id) && !listed.has(personId ?? ""));
  const peopleThen = (need: string): string => {
    const before = new Set((now.get(need) ?? []).map(({ personId }): string | null => personId));
    const listed = new Set((proposed.get(need) ?? []).map(([person]) => person));
    const others = staying(need, listed);
    const named = others.flatMap(({ personId }) => nameOf(personId ?? "") || []);
    const n = others.reduce((sum, { party }) => sum + party, 0) - named.length;
    const isNew = (person: string) => words("isNew", { name: nameOf(person) });
    const people = [...listed].map((person) => (before.has(person) ? nameOf(person) : isNew(person)));
    return [...sorted([...people, ...named]), ...(n > 0 ? [words("others", { n })] : [])].join(", ");
  };
  return (
    <Table
      id="vergleich"
      caption={words("compareCaption")}
      columns={[
        { heading: words("columnShift"), cell: ({ id }) => placeOf(ctx, comparison, id) },
        { heading: words("columnToday"), cell: ({ id }) => peopleNow(id).join(", ") || "–" },
        { heading: words("columnProposal"), cell: ({ id }) => peopleThen(id) || "–" },
        { heading: words("columnMissing"), cell: ({ id }) => missing.get(id) ?? "", number: true },
      ]}
      rows={problem.needs.slice(0, shown)}
    />
  );
};

const namedAtMost = 8;

const list = (ctx: Context, names: readonly string[]): string => {
  const first = names.slice(0, namedAtMost).join(", ");
  const n = names.length - namedAtMost;
  return n > 0 ? say(ctx)("andMore", { names: first, n }) : first;
};

const whyOf = (ctx: Context, { names }: Comparison, { code, helpers }: Reason): string => {
  const words = say(ctx);
  const people = list(ctx, sorted(helpers.map((id) => names.get(id) ?? "")));
  if (code === "nobody_wished" || code === "nobody_qualified") return words(`why_${code}`);
  // A full need is never missing anybody.
  return code === "full" ? "" : words(`why_${code}`, { names: people });
};

/** The needs that stay thin, each with the fewest reasons that explain it. */
export const Unfilled = ({ ctx, answer, comparison }: Props) => {
  const words = say(ctx);
  if (answer.unfilled.length === 0) return <State kind="yes">{words("unfilledNone")}</State>;
  return (
    <ItemList
      items={answer.unfilled.slice(0, shown).map(({ need, missing, reasons }) => ({
        title: placeOf(ctx, comparison, need),
        text: reasons.map((reason) => <p>{whyOf(ctx, comparison, reason)}</p>),
        end: <State kind="late">{words("missing", { n: missing })}</State>,
      }))}
    />
  );
};

/** How fair it is: what each person gets of what they wished for. */
export const Shares = ({ ctx, answer, comparison }: Props) => {
  const words = say(ctx);
  const { problem, names } = comparison;
  const rows = sharesOf(problem, answer.assignments)
    .map((share) => ({ ...share, name: names.get(share.helper) ?? "" }))
    .sort(
      (one, other) => one.met / one.most - other.met / other.most || one.name.localeCompare(other.name, "de"),
    );
  if (rows.length === 0) return null;
  return (
    <More summary={words("sharesSummary")}>
      <Table
        id="wuensche"
        caption={words("sharesCaption")}
        columns={[
          { heading: words("columnPerson"), cell: ({ name }) => name },
          { heading: words("columnMet"), cell: ({ met }) => number(ctx, met), number: true },
          { heading: words("columnMost"), cell: ({ most }) => number(ctx, most), number: true },
        ]}
        rows={rows.slice(0, 1_000)}
      />
    </More>
  );
};

type AdoptedProps = Omit<Props, "answer"> & { readonly row: ProposalRow };

const reasonOf = (ctx: Context, because: string): string => {
  const known = (["past", "gone", "overlap", "full"] as const).find((one) => one === because);
  return known ? say(ctx)(`because_${known}`) : "";
};

/** What became of taking it over. */
export const Adopted = ({ ctx, row, comparison }: AdoptedProps) => {
  const words = say(ctx);
  const { added = 0, dropped = 0, leftOut = [] } = row.result;
  const when = row.adoptedAt ? dayAndTime(ctx, row.adoptedAt) : "";
  const aside = row.adoptedBy
    ? words("adoptedAt", { when, name: row.adoptedBy })
    : words("adoptedNobody", { when });
  return (
    <Section id="uebernommen" heading={words("adoptedHeading")} aside={aside}>
      <p>
        {words("added", { n: added })} {dropped > 0 && words("dropped", { n: dropped })}
      </p>
      {leftOut.length > 0 && (
        <>
          <h3>{words("leftOutHeading")}</h3>
          <p>{words("leftOutText")}</p>
          <ItemList
            items={leftOut.map(({ personId, needId, because }) => ({
              title: comparison.names.get(personId) ?? "",
              text: `${placeOf(ctx, comparison, needId)}: ${reasonOf(ctx, because)}`,
            }))}
          />
        </>
      )}
    </Section>
  );
};
