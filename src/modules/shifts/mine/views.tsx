import type { Context } from "#core/context.ts";
import { dayAndTime, duration } from "#core/date.ts";
import type { CommitmentRow } from "#modules/shifts/commitments/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import { ruleInWords } from "#modules/shifts/series/vocabulary.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Mine, PastRow } from "./queries.ts";

export const notices = ["abgesagt", "zugesagt", "angefragt", "verzichtet"] as const;

export const Happened = ({ ctx, notice }: { readonly ctx: Context; readonly notice: string | undefined }) => {
  const known = notices.find((name) => name === notice);
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const placeOf = (row: SignupRow): string =>
  row.whereText || [row.street, row.townName].filter(Boolean).join(", ");

const itemOf = (ctx: Context, row: SignupRow, end: string | undefined) => ({
  kind: dayAndTime(ctx, row.startsAt, row.endsAt),
  title: `${row.role}: ${row.offer}`,
  href: paths.mySignup(row.id),
  text: [row.organization, placeOf(row), row.party > 1 && say(ctx)("group", { n: row.party })]
    .filter(Boolean)
    .join(" · "),
  end: <State kind={row.state === "confirmed" ? "yes" : "wait"}>{end ?? stateName(ctx, row.state)}</State>,
});

const pastOf = (ctx: Context, row: PastRow): string => {
  const words = say(ctx);
  if (row.state === "missed" || row.state === "excused") return words(`was_${row.state}`);
  if (row.minutes !== null) return duration(ctx, row.minutes);
  return words(row.state === null ? "was_none" : "came");
};

type Props = {
  readonly ctx: Context;
  readonly mine: Mine;
  readonly commitments: readonly CommitmentRow[];
  readonly notice: string | undefined;
};

type ListProps = {
  readonly ctx: Context;
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly SignupRow[];
  readonly end?: (row: SignupRow) => string;
};

const List = ({ ctx, id, heading, rows, end }: ListProps) =>
  rows.length === 0 ? null : (
    <Section id={id} heading={heading} space="none">
      <ItemList items={rows.map((row) => itemOf(ctx, row, end?.(row)))} />
    </Section>
  );

const Standing = ({ ctx, commitments }: Pick<Props, "ctx" | "commitments">) =>
  commitments.length === 0 ? null : (
    <Section id="zusagen" heading={say(ctx)("standing")} space="none">
      <ItemList
        items={commitments.map((one) => ({
          kind: ruleInWords(ctx, { ...one, startsOn: one.seriesStartsOn }),
          title: `${one.role}: ${one.offer}`,
          href: paths.myCommitment(one.id),
          text: one.organization,
        }))}
      />
    </Section>
  );

/** Everything about the signed-in person's shifts on one page: what waits for an answer first. */
export const MinePage = ({ ctx, mine, commitments, notice }: Props) => {
  const words = say(ctx);
  const { offered, held, waiting, positions, past } = mine;
  const nothing = offered.length + held.length + waiting.length + commitments.length === 0;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <Actions>
          <a href="/mein/kalender">{words("calendar")}</a>
        </Actions>
      </Title>
      <Happened ctx={ctx} notice={notice} />
      {nothing && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <ButtonLink href="/angebote" kind="secondary">
            {words("offers")}
          </ButtonLink>
        </Empty>
      )}
      <List
        ctx={ctx}
        id="frei"
        heading={words("offered")}
        rows={offered}
        end={(row) => words("until", { until: dayAndTime(ctx, row.offerExpiresAt ?? row.startsAt) })}
      />
      <List ctx={ctx} id="vor-mir" heading={words("held")} rows={held} />
      <List
        ctx={ctx}
        id="warteliste"
        heading={words("waiting")}
        rows={waiting}
        end={(row) => words("position", { n: positions.get(row.id) ?? 1 })}
      />
      <Standing ctx={ctx} commitments={commitments} />
      {past.length > 0 && (
        <Section id="gewesen" heading={words("past")} space="none">
          <ItemList
            items={past.map((row) => ({
              kind: dayAndTime(ctx, row.startsAt, row.endsAt),
              title: `${row.role}: ${row.offer}`,
              end: pastOf(ctx, row),
            }))}
          />
        </Section>
      )}
    </Stack>
  );
};
