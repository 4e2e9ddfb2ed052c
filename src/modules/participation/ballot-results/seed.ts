import { createHash } from "node:crypto";
import { type PersonActor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { instantAt } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import type { BallotRule, Marks } from "#methods/ballot.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { sealOf } from "#methods/ballot-seal.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { closeBallot, openBallot } from "#modules/participation/ballot-course/commands.ts";
import {
  addBallot,
  announceBallot,
  type BallotInput,
  drawLots,
  setOptions,
} from "#modules/participation/ballots/commands.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import { castBallot } from "#modules/participation/box/commands.ts";
import {
  beginCount,
  countBallot,
  finishCount,
  publishBallot,
} from "#modules/participation/counting/commands.ts";
import { reconcile } from "#modules/participation/reconciliation/commands.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { listVoters } from "#modules/participation/roll/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";

const day = 86_400_000;

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the ballot stopped: ${outcome.because}`);
  return outcome.value;
};

const firstNames = ["Ines", "Jurij", "Karla", "Lutz", "Mina", "Norbert", "Olga", "Pawoł", "Ruth", "Samir"];
const lastNames = ["Beier", "Domaschke", "Ernst", "Falke", "Gruhl", "Hanusch"];
const nameOf = (index: number): string =>
  `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length]}`;

/** One ballot of the example: what it asks, who is on its roll, and how they vote, as often as is said. */
type Told = Pick<BallotInput, "title" | "question" | "words" | "rule" | "secrecy" | "electorate"> & {
  readonly options: readonly { readonly title: string; readonly words: string }[];
  readonly lots: string;
  readonly voters: number;
  readonly sheets: readonly (readonly [times: number, marks: Marks])[];
  /** Days before today on which it opened and closed. */
  readonly opens: number;
  readonly closes: number;
};

const majority: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 10 };

const summer: Told = {
  title: "Sommerfest gemeinsam feiern",
  question: "Soll der Heimatverein Seeblick sein Sommerfest 2027 zusammen mit dem Nachbarverein feiern?",
  words: "Gemeinsam gäbe es eine Bühne und einen Bus. Der Beitrag steigt dafür nicht.",
  rule: majority,
  secrecy: "named",
  electorate: "roll",
  options: [],
  lots: "",
  voters: 18,
  sheets: [
    [9, { yes: 1 }],
    [4, { no: 1 }],
    [2, { abstain: 1 }],
  ],
  opens: 48,
  closes: 41,
};

const garden: Told = {
  title: "Ort für den Stadtgarten",
  question: "Wo soll der Stadtgarten entstehen?",
  words: "Alle drei Orte gehören der Stadt und haben einen Wasseranschluss.",
  rule: { kind: "consensing", paper: "resistance", passive: "passive", needed: 50 },
  secrecy: "secret",
  electorate: "roll",
  options: [
    { title: "Hinter der alten Glashütte", words: "Viel Platz, 15 Minuten zu Fuß vom Markt." },
    { title: "Neben der Schule", words: "Kurzer Weg für Kinder, kleiner Garten." },
    { title: "Am Seeufer", words: "Der schönste Ort; im Frühjahr oft nass." },
  ],
  lots: "Lotto, Samstag: 3 11 19 28 36 44",
  voters: 46,
  sheets: [
    [11, { 1: 1, 2: 3, 3: 8, passive: 6 }],
    [9, { 1: 2, 2: 2, 3: 6, passive: 7 }],
    [7, { 1: 4, 2: 0, 3: 9, passive: 5 }],
    [6, { 1: 3, 2: 6, 3: 0, passive: 8 }],
    [4, { 1: 0, 3: 10, passive: 4 }],
    [2, { 1: 8, 2: 7, 3: 9, passive: 0 }],
    [1, {}],
  ],
  opens: 36,
  closes: 26,
};

const square: Told = {
  title: "Ein Name für den neuen Platz",
  question: "Wie soll der Platz vor dem Bahnhof heißen?",
  words: "Die Namen kamen aus der Werkstatt im Frühjahr.",
  rule: { kind: "schulze", paper: "ranking" },
  secrecy: "secret",
  electorate: "roll",
  options: [
    { title: "Platz der Glasmacher", words: "Nach dem Handwerk der Stadt." },
    { title: "Heideplatz", words: "Nach der Landschaft ringsum." },
    { title: "Bahnhofsplatz", words: "Wie ihn alle nennen." },
    { title: "Platz der Nachbarschaft", words: "Nach dem, was er sein soll." },
  ],
  lots: "Lotto, Mittwoch: 7 12 23 25 31 40",
  voters: 60,
  sheets: [
    [15, { 1: 1, 2: 2, 3: 3, 4: 4 }],
    [12, { 3: 1, 1: 2, 2: 3 }],
    [10, { 2: 1, 1: 2, 4: 2, 3: 4 }],
    [8, { 4: 1, 2: 2, 1: 3, 3: 4 }],
    [5, { 3: 1 }],
    [2, {}],
  ],
  opens: 30,
  closes: 20,
};

const playground: Told = {
  title: "Was zuerst auf den Spielplatz kommt",
  question: "Welche Geräte sollen als Erstes gebaut werden?",
  words: "Das Geld reicht in diesem Jahr für zwei Geräte. Die anderen kommen später.",
  rule: { kind: "approval", paper: "approval", seats: 2, most: 3 },
  secrecy: "secret",
  electorate: "everybody",
  options: [
    { title: "Kletternetz", words: "Für Kinder ab sechs Jahren." },
    { title: "Nestschaukel", words: "Auch für Kinder, die nicht laufen." },
    { title: "Wasserpumpe mit Matschtisch", words: "Im Sommer." },
    { title: "Tischtennisplatte", words: "Auch für Jugendliche und Ältere." },
    { title: "Sonnensegel über dem Sand", words: "Schatten am Nachmittag." },
  ],
  lots: "Lotto, Samstag: 5 9 17 22 38 49",
  voters: 25,
  sheets: [
    [6, { 1: 1, 2: 1 }],
    [5, { 3: 1, 5: 1, 2: 1 }],
  ],
  opens: 4,
  closes: -10,
};

const draft = async (ctx: Context, told: Told, at: (days: number) => Date): Promise<BallotId> => {
  const { id } = value(
    await addBallot(ctx, {
      title: told.title,
      question: told.question,
      words: told.words,
      rule: told.rule,
      secrecy: told.secrecy,
      electorate: told.electorate,
      electorateWords: "",
      postcodes: [],
      leastAge: 0,
      takesOnline: true,
      takesPaper: told.secrecy === "secret",
      opensAt: instantAt(isoDay(at(told.opens)), "08:00"),
      closesAt: instantAt(isoDay(at(told.closes)), "18:00"),
    }),
  );
  if (told.options.length > 0) {
    const options = told.options.map((option, index) => ({ ...option, key: String(index + 1) }));
    value(await setOptions(ctx, id, options));
    value(await drawLots(ctx, id, told.lots));
  }
  const names = Array.from({ length: told.voters }, (_, index) => ({ name: nameOf(index) }));
  value(await addVoters(ctx, id, names));
  value(await announceBallot(ctx, id));
  return id;
};

const receiptOf = (ballot: BallotId, index: number): string =>
  makeReceipt(createHash("sha256").update(`${ballot} ${index}`).digest().subarray(0, receiptBytes));

const cast = async (ctx: Context, ballot: BallotId, { sheets }: Told): Promise<void> => {
  const voters = await listVoters(ctx, ballot);
  const filled = sheets.flatMap(([times, marks]) => Array.from({ length: times }, () => marks));
  for (const [index, marks] of filled.entries()) {
    // Not in the order of the roll: the groups of the example would stand there side by side.
    const voter = found(voters[(index * 7) % voters.length]);
    value(await castBallot(ctx, { ballot, voter: voter.id, marks, receipt: receiptOf(ballot, index) }));
  }
};

const publish = async (ctx: Context, id: BallotId): Promise<void> => {
  const signed = { unused: 0, firstName: "Marie Kolbe", secondName: "Uwe Nagel", words: "" };
  value(await reconcile(ctx, id, signed));
  value(await countBallot(ctx, id));
  const file = found(await beginCount(ctx, id));
  await finishCount(ctx, id, file, { tally: tallyBallot(file), seal: sealOf(file) });
  value(await publishBallot(ctx, id));
};

/** Four ballots of the example town: three with their results, and one that everybody may take part in now. */
export const seed = async (story: Story): Promise<void> => {
  const { first: place } = story.places;
  const at = (days: number): Date => new Date(+story.today - days * day);
  const office: PersonActor = found(
    await story.tell(place, story.today, system, (ctx) =>
      findActorByEmail(ctx, `koordination@${place.slug}.example`),
    ),
  );
  for (const told of [summer, garden, square, playground]) {
    const id = await story.tell(place, at(told.opens + 10), office, (ctx) => draft(ctx, told, at));
    await story.tell(place, at(told.opens - 1), system, (ctx) => openBallot(ctx, id));
    await story.tell(place, at(told.opens - 1), system, (ctx) => cast(ctx, id, told));
    if (told.closes < 0) continue;
    await story.tell(place, at(told.closes - 1), system, (ctx) => closeBallot(ctx, id));
    await story.tell(place, at(told.closes - 2), office, (ctx) => publish(ctx, id));
  }
  story.report("ballots: three with their results, one that is open");
};
