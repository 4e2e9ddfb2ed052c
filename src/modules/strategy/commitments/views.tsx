import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths as organizations } from "#modules/organizations/paths.ts";
import { paths } from "#modules/strategy/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { SectorSign, State, type StateKind } from "#ui/facts.tsx";
import { Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { type CommitmentRow, sumsOf } from "./queries.ts";
import { amountText, givenText, promiseText } from "./vocabulary.ts";

type Base = { readonly ctx: Context };

const kinds: Readonly<Record<CommitmentRow["state"], StateKind>> = {
  offered: "wait",
  confirmed: "yes",
  declined: "no",
  ended: "no",
};

/** How a promise stands: what was confirmed needs no word of its own on public pages. */
export const PromiseState = ({
  ctx,
  promise: { state, stateWords },
}: Base & { readonly promise: Pick<CommitmentRow, "state" | "stateWords"> }) =>
  state === "confirmed" ? null : (
    <>
      <State kind={kinds[state]}>{say(ctx)(`promise_${state}`)}</State>
      {stateWords && <p class="al-small">{stateWords}</p>}
    </>
  );

/** "12 Stunden (Stand 3. Mai 2026)". */
export const givenLine = (
  ctx: Context,
  { kind, given, givenOn }: Pick<CommitmentRow, "kind" | "given" | "givenOn">,
): string =>
  givenOn === null
    ? say(ctx)("nothingTold")
    : say(ctx)("givenOn", { given: givenText(ctx, kind, given), day: dayWithYear(ctx, givenOn) });

/** What stands today, by its kind. */
export const Sums = ({ ctx, commitments }: Base & { readonly commitments: readonly CommitmentRow[] }) => {
  const words = say(ctx);
  const sums = sumsOf(ctx, commitments);
  if (sums.length === 0) return null;
  return (
    <ul>
      {sums.map(({ kind, amount, given, partners }) => {
        const texts = { amount: amountText(ctx, kind, amount), given: givenText(ctx, kind, given) };
        return (
          <li>{partners === 1 ? words("sum_one", texts) : words("sum_many", { ...texts, partners })}</li>
        );
      })}
    </ul>
  );
};

const partnerOf = ({ id, sector, organization, organizationSlug }: CommitmentRow): ComponentChildren => (
  <span id={`zusage-${id}`}>
    <SectorSign sector={sector} /> <a href={organizations.show(organizationSlug)}>{organization}</a>
  </span>
);

/** Every promise for one measure: who, what, from when to when, what was given. */
export const PromiseTable = ({
  ctx,
  commitments,
}: Base & { readonly commitments: readonly CommitmentRow[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="zusagen-tabelle"
      caption={words("promiseTable")}
      rows={commitments}
      columns={[
        { heading: words("partner"), cell: partnerOf },
        {
          heading: words("promise"),
          cell: (row) => (
            <>
              {promiseText(ctx, row)} <PromiseState ctx={ctx} promise={row} />
            </>
          ),
        },
        {
          heading: words("period"),
          cell: ({ startsOn, endsOn }) =>
            words("span", { from: dayWithYear(ctx, startsOn), to: dayWithYear(ctx, endsOn) }),
        },
        { heading: words("given"), cell: (row) => givenLine(ctx, row) },
      ]}
    />
  );
};

type PromisesProps = Base & {
  readonly measure: { readonly number: number };
  readonly commitments: readonly CommitmentRow[];
  /** Whether the asker speaks for an organization that can promise something. */
  readonly speaks: boolean;
  readonly open: boolean;
};

/** What partners promised for a measure and gave, and the way to promise something. */
export const PromisesView = ({ ctx, measure, commitments, speaks, open }: PromisesProps) => {
  const words = say(ctx);
  return (
    <Section id="zusagen" heading={words("promises")}>
      {commitments.length === 0 ? (
        <p class="al-soft">{words("promisesNone")}</p>
      ) : (
        <>
          <Sums ctx={ctx} commitments={commitments} />
          <PromiseTable ctx={ctx} commitments={commitments} />
        </>
      )}
      {speaks && open && (
        <>
          <p>{words("offerHint")}</p>
          <p>
            <ButtonLink href={paths.addCommitment(measure.number)}>{words("offer")}</ButtonLink>
          </p>
        </>
      )}
    </Section>
  );
};
