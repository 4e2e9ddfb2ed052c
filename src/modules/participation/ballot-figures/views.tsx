import { number } from "#core/number.ts";
import type { ConsensingTally } from "#methods/consensing.ts";
import type { StvStage, StvTally } from "#methods/scottish-stv.ts";
import { say } from "#modules/participation/ballot-tables/messages.ts";
import { mean, type Result, titleOf } from "#modules/participation/ballot-tables/queries.ts";
import { Majority, type Of, Runoff, Schulze, Votes } from "#modules/participation/ballot-tables/views.tsx";
import { Bars } from "#ui/chart.tsx";
import { Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

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
          <div class="al-prose">
            <ul>
              {talks.map(({ id, strong }) => (
                <li>{words("talk", { n: strong, title: titleOf(options, id) })}</li>
              ))}
            </ul>
          </div>
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
