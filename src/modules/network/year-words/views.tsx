import type { Context } from "#core/context.ts";
import { number, percent } from "#core/number.ts";
import { say } from "#modules/network/years/messages.ts";
import type { Seen, Year } from "#modules/network/years/queries.ts";

type Said = readonly [label: string, sentence: string];

const connection = (ctx: Context, { actors, largest, leaves }: Year["measures"]): string =>
  largest === actors
    ? say(ctx)("connectedAll", { n: leaves })
    : say(ctx)("connectedSome", { largest, all: actors, leaves });

const dependence = (ctx: Context, { measures, rows }: Year): string => {
  const words = say(ctx);
  const name = rows.find(({ slug }) => slug === measures.broker)?.name ?? "";
  const sentence =
    measures.brokerParts > 1
      ? words("brokerText", { name, n: measures.brokerParts })
      : words("brokerWhole", { name });
  if (measures.pathSources >= measures.actors) return sentence;
  return `${sentence} ${words("estimated", { n: measures.pathSources, all: measures.actors })}`;
};

const kernel = (ctx: Context, { core, politicalCore, measures }: Year): string => {
  if (core === 0) return say(ctx)("coreUnknown");
  const sentence = say(ctx)("coreText", { core, all: measures.actors });
  return politicalCore ? `${sentence} ${say(ctx)("corePolitical")}` : sentence;
};

// Clubs are sector 0, companies 2.
const betweenBusinessAndClubs = "0 2";

const saidOf = (ctx: Context, seen: Seen, year: Year, since: number): readonly Said[] => {
  const words = say(ctx);
  const { measures, changes } = year;
  if (measures.actors < 3) return [];
  const cross = Math.round((measures.crossShare ?? 0) * measures.pairs);
  return [
    [
      words("bridges"),
      words("bridgesText", { cross, all: measures.pairs, share: percent(ctx, measures.crossShare ?? 0) }),
    ],
    [words("density"), words("densityText", { mean: number(ctx, measures.meanDegree, 1) })],
    [words("connected"), connection(ctx, measures)],
    [words("broker"), dependence(ctx, year)],
    ...(since < year.year
      ? [
          [
            words("growth"),
            words("growthText", {
              year: String(since),
              n: changes.came,
              between: changes.cameBetween[betweenBusinessAndClubs] ?? 0,
              went: changes.went,
            }),
          ] as const,
        ]
      : []),
    [words("triangles"), words("trianglesText", { n: measures.threeSectorTriangles })],
    ...(seen.filtered ? [] : [[words("core"), kernel(ctx, year)] as const]),
  ];
};

type Props = { readonly ctx: Context; readonly seen: Seen; readonly year: Year; readonly since: number };

/** One sentence for each measure of a year; fewer than three actors are no network, and that is said. */
export const YearSentences = ({ ctx, seen, year, since }: Props) => {
  const said = saidOf(ctx, seen, year, since);
  if (said.length === 0) return <p>{say(ctx)("tooFew")}</p>;
  return (
    <ul class="al-sentences">
      {said.map(([label, sentence]) => (
        <li>
          <b>{label}:</b> {sentence}
        </li>
      ))}
    </ul>
  );
};
