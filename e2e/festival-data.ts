/** The festival of the journey as its organizers have it in tables: who is invented, and always alike. */

const firstNames = [
  "Alma",
  "Bruno",
  "Cosima",
  "Detlef",
  "Elfi",
  "Falko",
  "Gesine",
  "Hagen",
  "Ilka",
  "Jannes",
];
const lastNames = [
  ...["Abendroth", "Birkholz", "Calauer", "Dornbusch", "Eichler", "Federlein"],
  ...["Grünstein", "Himmelreich", "Immergrün", "Jägerhorn", "Kienapfel", "Lindenau"],
];

const bar = "Ausschank";
const gate = "Einlass";
const setUp = "Aufbau";
export const roles = { bar, gate, setUp };

export type Helper = {
  readonly name: string;
  readonly email: string;
  readonly tasks: readonly string[];
  readonly times: string;
  readonly most: number;
  readonly with: string;
  /** Who has shown the paper that the bar asks for. */
  readonly hasPaper: boolean;
};

const tasksOf = [[bar], [gate, setUp], [setUp, bar, gate]];
const timesOf = ["Sa; So", "Sa ganztags", "So ganztags", "Sa ab 10 Uhr; So ab 14 Uhr"];

const nameAt = (at: number): string => `${firstNames[at % 10]} ${lastNames[Math.floor(at / 10)]}`;

/** Some want to come with somebody who likes the same tasks and times. */
const friends = new Map([1, 13, 27].map((at) => [at, at + 60]));

export const helpers: readonly Helper[] = Array.from({ length: 120 }, (_, at) => {
  const tasks = tasksOf[at % 3] ?? [];
  const friend = friends.get(at);
  return {
    name: nameAt(at),
    email: `brunnenfest${at}@post.example`,
    tasks,
    times: timesOf[at % 4] ?? "",
    most: 1 + (at % 5 > 1 ? 1 : 0) + (at % 5 > 3 ? 1 : 0),
    with: friend === undefined ? "" : nameAt(friend),
    hasPaper: tasks.includes(bar) && at % 7 !== 0,
  };
});

export const helperTable: string = [
  "Name;E-Mail;Alter;Aufgaben;Zeiten;Schichten höchstens;Zusammen mit",
  ...helpers.map(({ name, email, tasks, times, most, ...one }) =>
    [name, email, "ab 18", `"${tasks.join("; ")}"`, `"${times}"`, most, one.with].join(";"),
  ),
].join("\n");

type Row = readonly [from: string, to: string, role: string, minimum: number, maximum: number, where: string];

const rowsOfDay: readonly Row[] = [
  ...["Bühne", "Zelte"].flatMap((where): Row[] => [
    ["06:00", "10:00", setUp, 3, 5, where],
    ["10:00", "14:00", setUp, 3, 5, where],
  ]),
  ...["Nord", "Süd"].flatMap((where): Row[] => [
    ["10:00", "14:00", gate, 2, 4, where],
    ["14:00", "18:00", gate, 2, 4, where],
    ["18:00", "22:00", gate, 2, 4, where],
  ]),
  ["22:00", "02:00", gate, 2, 3, "Nord"],
  ["22:00", "02:00", setUp, 1, 2, "Nord"],
  ...["Bierwagen", "Kaffeezelt", "Saftbar"].flatMap((where): Row[] => [
    ["11:00", "15:00", bar, 5, 7, where],
    ["15:00", "19:00", bar, 5, 7, where],
    ["19:00", "23:00", bar, 5, 7, where],
  ]),
];

/** Forty shifts on these days; the one over midnight has two tasks, so it is two rows. */
export const shiftTable = (days: readonly string[]): string =>
  [
    "Tag;Von;Bis;Aufgabe;Mindestens;Höchstens;Ort",
    ...days.flatMap((day) => rowsOfDay.map((row) => [day, ...row].join(";"))),
  ].join("\n");
