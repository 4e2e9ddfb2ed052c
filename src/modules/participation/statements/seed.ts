import type { Context } from "#core/context.ts";
import { evenFrom } from "#methods/opinion-directions.ts";
import {
  addPaperVotes,
  addRound,
  openRound,
  type PaperSheet,
} from "#modules/participation/opinions/commands.ts";
import type { RoundId } from "#modules/participation/opinions/queries.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import { addStatements } from "./commands.ts";

/** The first mark: how likely one half of the people agrees, the second: the other half. */
export type Leaning = readonly [text: string, first: number, second: number];

const sheetOf = (leanings: readonly Leaning[], mind: 0 | 1, random: () => number): PaperSheet =>
  new Map(
    leanings.flatMap(([, first, second], index): [number, -1 | 0 | 1][] => {
      if (random() > 0.75) return [];
      const passes = random() < 0.08;
      const agrees = random() < (mind === 0 ? first : second);
      return [[index + 1, passes ? 0 : agrees ? 1 : -1]];
    }),
  );

export type ToldRound = {
  readonly title: string;
  readonly question: string;
  readonly words: string;
  readonly people: number;
  readonly leanings: readonly Leaning[];
};

/** Tells a round of opinions: drawn from leanings, the same ones in every town. */
export const tellRound = async (
  ctx: Context,
  processId: ProcessId,
  { title, question, words, people, leanings }: ToldRound,
): Promise<{ readonly id: RoundId; readonly slug: string }> => {
  const round = await addRound(ctx, processId, { title, question, words, takesStatements: true });
  await addStatements(
    ctx,
    round.id,
    leanings.map(([text]) => ({ text })),
  );
  await openRound(ctx, round.id);
  const random = evenFrom(2026);
  const sheets = Array.from({ length: people }, (_, person) =>
    sheetOf(leanings, person % 5 < 2 ? 1 : 0, random),
  );
  await addPaperVotes(ctx, round.id, sheets);
  return round;
};

const squareLeanings: readonly Leaning[] = [
  ["Der Platz braucht mehr Bäume.", 0.93, 0.88],
  ["Auf dem Platz soll man sitzen können, ohne etwas zu kaufen.", 0.95, 0.9],
  ["Der Platz muss auch mit Rollator und Rollstuhl gut zu überqueren sein.", 0.96, 0.94],
  ["Ein Trinkbrunnen gehört auf den Platz.", 0.9, 0.82],
  ["Die Beleuchtung am Abend muss besser werden.", 0.88, 0.91],
  ["Es soll eine öffentliche Toilette geben.", 0.9, 0.9],
  ["Die Parkplätze auf dem Platz sollen ganz wegfallen.", 0.86, 0.12],
  ["Kurzes Parken vor den Läden muss möglich bleiben.", 0.3, 0.95],
  ["Autos haben auf dem Platz nichts verloren.", 0.82, 0.1],
  ["Ohne Parkplätze sterben die Geschäfte.", 0.15, 0.85],
  ["Der Platz soll zum Spielen einladen.", 0.84, 0.45],
  ["Der Wochenmarkt ist wichtiger als ein Spielplatz.", 0.3, 0.78],
  ["Ich möchte mit dem Auto bis zum Rathaus fahren können.", 0.15, 0.8],
  ["Fahrräder brauchen überdachte Abstellplätze.", 0.88, 0.5],
  ["Für Feste soll eine feste Bühne gebaut werden.", 0.55, 0.5],
  ["Lieber viele kleine Veranstaltungen als ein großes Fest.", 0.7, 0.45],
  ["Der Brunnen von früher soll wieder aufgebaut werden.", 0.45, 0.75],
  ["Der Platz soll so historisch aussehen wie möglich.", 0.25, 0.76],
  ["Junge Leute sollen einen eigenen Platz bekommen, an dem sie bleiben dürfen.", 0.85, 0.4],
  ["Am Abend soll es auf dem Platz ruhig sein.", 0.35, 0.8],
  ["Gastronomie darf einen Teil des Platzes nutzen.", 0.6, 0.75],
  ["Die Pflege der Beete können Vereine übernehmen.", 0.8, 0.62],
  ["Pflaster ist schöner als Asphalt.", 0.6, 0.72],
  ["Regenwasser soll auf dem Platz versickern.", 0.92, 0.6],
  ["Der Umbau darf höchstens ein Jahr dauern.", 0.6, 0.9],
  ["Der Umbau ist mir zu teuer.", 0.15, 0.7],
  ["Die Bushaltestelle soll näher an den Platz.", 0.85, 0.55],
  ["Ich würde öfter in die Innenstadt kommen, wenn es schattiger wäre.", 0.9, 0.5],
  ["Es braucht einen Ort für Aushänge der Vereine.", 0.78, 0.72],
  ["Die Straßennamen sollen auch auf Sorbisch zu lesen sein.", 0.75, 0.62],
  ["Hunde sollen auf dem Platz angeleint sein.", 0.7, 0.88],
  ["Kunst auf dem Platz soll von Menschen aus der Stadt kommen.", 0.75, 0.65],
  ["Tempo 20 rund um den Platz reicht.", 0.9, 0.25],
  ["Eine Straße am Platz soll im Sommer gesperrt werden.", 0.84, 0.15],
];

/** The round of the example: a hundred and twenty people about the square. */
export const tellSquareRound = (ctx: Context, processId: ProcessId) =>
  tellRound(ctx, processId, {
    title: "Was ist Ihnen am Platz wichtig?",
    question: "Was soll bei der Umgestaltung des Platzes gelten?",
    words: "Zu jeder Aussage genügt ein Wort: stimme zu, stimme nicht zu, oder weiter.",
    people: 120,
    leanings: squareLeanings,
  });
