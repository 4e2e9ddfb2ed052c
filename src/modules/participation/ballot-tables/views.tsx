import { number } from "#core/number.ts";
import type { RunoffTally } from "#methods/instant-runoff.ts";
import type { MajorityTally, VotesTally } from "#methods/plain-votes.ts";
import type { SchulzeTally } from "#methods/schulze.ts";
import { Bars } from "#ui/chart.tsx";
import { Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { listed, type Result, tieInWords, titleOf } from "./queries.ts";

/** A tally of one kind, with what is needed to name its options. */
export type Of<Tally> = Pick<Result, "ctx" | "options"> & { readonly tally: Tally };

/** Yes, no, abstentions and empty sheets. */
export const Majority = ({ ctx, tally }: Of<MajorityTally>) => {
  const words = say(ctx);
  const all = Math.max(1, tally.people);
  const bar = (label: string, n: number) => ({ label, share: n / all, value: number(ctx, n) });
  return (
    <Bars
      bars={[
        bar(words("yes"), tally.yes),
        bar(words("no"), tally.no),
        bar(words("abstain"), tally.abstain),
        bar(words("blank"), tally.blank),
      ]}
    />
  );
};

/** Every option with its votes or points. */
export const Votes = ({ ctx, options, tally }: Of<VotesTally>) => {
  const words = say(ctx);
  return (
    <Table
      id="stimmen"
      caption={words(tally.kind === "points" ? "points" : "votes")}
      rows={tally.rows}
      columns={[
        {
          heading: words("option"),
          cell: ({ id }) =>
            tally.winners.includes(id) ? <b>{titleOf(options, id)}</b> : titleOf(options, id),
        },
        {
          heading: words(tally.kind === "points" ? "points" : "votes"),
          cell: ({ votes }) => number(ctx, votes),
          number: true,
        },
        ...(tally.kind === "points"
          ? [
              {
                heading: words("sheets"),
                cell: ({ sheets }: { sheets: number }) => number(ctx, sheets),
                number: true,
              },
            ]
          : []),
      ]}
    />
  );
};

/** The order, and each against each. */
export const Schulze = ({ ctx, options, tally }: Of<SchulzeTally>) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <div>
        <h3>{words("orderHeading")}</h3>
        <div class="al-prose">
          <ol>
            {tally.order.map((equals) => (
              <li>
                {listed(
                  ctx,
                  equals.map((id) => titleOf(options, id)),
                )}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <Table
        id="vergleiche"
        caption={words("pairs")}
        rows={tally.options.map((id, row) => ({ id, row }))}
        columns={[
          { heading: words("option"), cell: ({ id }) => titleOf(options, id) },
          ...tally.options.map((other, column) => ({
            heading: titleOf(options, other),
            cell: ({ row }: { row: number }) => {
              if (row === column) return "–";
              const wins = tally.pairwise[row]?.[column] ?? 0;
              const loses = tally.pairwise[column]?.[row] ?? 0;
              return wins > loses ? <b>{number(ctx, wins)}</b> : number(ctx, wins);
            },
            number: true,
          })),
        ]}
      />
    </Stack>
  );
};

/** Round by round, who is still in. */
export const Runoff = ({ ctx, options, tally }: Of<RunoffTally>) => {
  const words = say(ctx);
  const isOut = (id: string, round: number) =>
    tally.rounds.slice(0, round).some(({ excluded }) => excluded === id);
  const rest = { id: "", place: -1 };
  return (
    <Table
      id="runden"
      caption={words("roundsCaption")}
      rows={[...tally.options.map((id, place) => ({ id, place })), rest]}
      columns={[
        {
          heading: words("option"),
          cell: ({ id, place }) => (place < 0 ? words("exhausted") : titleOf(options, id)),
        },
        ...tally.rounds.map((round, index) => ({
          heading: words("round", { n: index + 1 }),
          cell: ({ id, place }: { id: string; place: number }) => {
            if (place < 0) return number(ctx, round.exhausted);
            return isOut(id, index) ? words("out") : number(ctx, round.votes[place] ?? 0);
          },
          number: true,
        })),
      ]}
    />
  );
};

/** Every tie of the count, and how it was broken. */
export const Ties = ({ ctx, options, tally }: Result) =>
  tally.ties.length === 0 ? null : (
    <Section id="gleichstand" heading={say(ctx)("tiesHeading")}>
      <div class="al-prose">
        <ul>
          {tally.ties.map((tie) => (
            <li>{tieInWords(ctx, options, tie)}</li>
          ))}
        </ul>
      </div>
    </Section>
  );
