import { number } from "#core/number.ts";
import type { ConsensingTally } from "#methods/consensing.ts";
import type { RunoffTally } from "#methods/instant-runoff.ts";
import type { MajorityTally, VotesTally } from "#methods/plain-votes.ts";
import type { SchulzeTally } from "#methods/schulze.ts";
import type { StvStage, StvTally } from "#methods/scottish-stv.ts";
import { Bars } from "#ui/chart.tsx";
import { Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { listed, mean, type Result, tieInWords, titleOf } from "./queries.ts";

type Of<Tally> = Pick<Result, "ctx" | "options"> & { readonly tally: Tally };

const Majority = ({ ctx, tally }: Of<MajorityTally>) => {
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

const Votes = ({ ctx, options, tally }: Of<VotesTally>) => {
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

const Schulze = ({ ctx, options, tally }: Of<SchulzeTally>) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <div>
        <h3>{words("orderHeading")}</h3>
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

const Runoff = ({ ctx, options, tally }: Of<RunoffTally>) => {
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

const hundredThousand = 100_000;
const votesOf = (value: number): { readonly value: number; readonly digits: number } => ({
  value: value / hundredThousand,
  digits: value % hundredThousand === 0 ? 0 : 2,
});

const Stv = ({ ctx, options, tally }: Of<StvTally>) => {
  const words = say(ctx);
  const heading = ({ what, id }: StvStage, index: number) =>
    words(`stage_${what}`, { n: index + 1, title: titleOf(options, id ?? "") });
  const electedAt = (id: string) => tally.stages.findIndex(({ elected }) => elected.includes(id));
  const show = (value: number) => {
    const { value: votes, digits } = votesOf(value);
    return number(ctx, votes, digits);
  };
  return (
    <Table
      id="stufen"
      caption={words("stagesCaption")}
      rows={[...tally.options.map((id, place) => ({ id, place })), { id: "", place: -1 }]}
      columns={[
        {
          heading: words("option"),
          cell: ({ id, place }) => {
            if (place < 0) return words("exhausted");
            const at = electedAt(id);
            if (at < 0) return titleOf(options, id);
            return (
              <>
                <b>{titleOf(options, id)}</b>, {words("isElected", { n: at + 1 })}
              </>
            );
          },
        },
        ...tally.stages.map((stage, index) => ({
          heading: heading(stage, index),
          cell: ({ place }: { place: number }) =>
            show(place < 0 ? stage.exhausted : (stage.votes[place] ?? 0)),
          number: true,
        })),
      ]}
    />
  );
};

const Consensing = ({ ctx, options, tally }: Of<ConsensingTally>) => {
  const words = say(ctx);
  const talks = tally.rows.filter(({ strong }) => strong > 0);
  const rated = ({ ratings }: ConsensingTally["rows"][number]) =>
    words("ratedOf", { n: number(ctx, ratings), all: number(ctx, tally.people) });
  return (
    <Stack wide>
      <Bars
        bars={tally.rows.map(({ id, mean: value, rank }) => ({
          label: (
            <>
              {titleOf(options, id)}{" "}
              <small>{rank === null ? words("unreliable") : words("rank", { n: rank })}</small>
            </>
          ),
          share: (value ?? 0) / 10_000,
          value: mean(ctx, value),
        }))}
      />
      <Table
        id="widerstand"
        caption={words("resistanceCaption")}
        rows={tally.rows}
        columns={[
          { heading: words("option"), cell: ({ id }) => titleOf(options, id) },
          { heading: words("resistance"), cell: (row) => mean(ctx, row.mean), number: true },
          { heading: words("highest"), cell: ({ highest }) => highest ?? "–", number: true },
          { heading: words("strong"), cell: ({ strong }) => number(ctx, strong), number: true },
          { heading: words("rated"), cell: rated, number: true },
        ]}
      />
      <Table
        id="verteilung"
        caption={words("spreadCaption")}
        rows={tally.rows}
        columns={[
          { heading: words("option"), cell: ({ id }) => titleOf(options, id) },
          ...Array.from({ length: 11 }, (_, mark) => ({
            heading: mark,
            cell: ({ distribution }: ConsensingTally["rows"][number]) => distribution[mark] || "·",
            number: true,
          })),
        ]}
      />
      {talks.length > 0 && (
        <div>
          <h3>{words("talkHeading")}</h3>
          <ul>
            {talks.map(({ id, strong }) => (
              <li>{words("talk", { n: strong, title: titleOf(options, id) })}</li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
};

/** The exact figures of a result, by its kind. */
export const TallyTables = ({ ctx, options, tally }: Result) => {
  switch (tally.kind) {
    case "majority":
      return <Majority ctx={ctx} options={options} tally={tally} />;
    case "approval":
    case "points":
      return <Votes ctx={ctx} options={options} tally={tally} />;
    case "schulze":
      return <Schulze ctx={ctx} options={options} tally={tally} />;
    case "irv":
      return <Runoff ctx={ctx} options={options} tally={tally} />;
    case "stv":
      return <Stv ctx={ctx} options={options} tally={tally} />;
    case "consensing":
      return <Consensing ctx={ctx} options={options} tally={tally} />;
    default:
      return null;
  }
};

/** Every tie of the count, and how it was broken. */
export const Ties = ({ ctx, options, tally }: Result) =>
  tally.ties.length === 0 ? null : (
    <Section id="gleichstand" heading={say(ctx)("tiesHeading")}>
      <ul>
        {tally.ties.map((tie) => (
          <li>{tieInWords(ctx, options, tie)}</li>
        ))}
      </ul>
    </Section>
  );
