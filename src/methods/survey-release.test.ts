import { expect, test } from "vitest";
import { loadHighs } from "./assignment-highs.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { countAnswers, crossAnswers } from "./survey-count.ts";
import { protectRelease } from "./survey-release.ts";
import type { Snapshot } from "./survey-release-system.ts";

const highs = await loadHighs();
const settings = { highs, k: 5 };

const question = (name: string, kind: "single" | "multiple", values: readonly string[]) => ({
  kind,
  name,
  label: { de: name },
  choices: values.map((value) => ({ value, label: { de: value } })),
});
const questionnaire: Questionnaire = {
  title: { de: "Probe" },
  languages: ["de"],
  pages: [
    {
      name: "s",
      questions: [
        question("mood", "single", ["sehr gut", "gut", "mittel", "schlecht"]),
        question("does", "multiple", ["Sport", "Musik", "Natur"]),
        question("where", "single", ["Stadt", "Dorf"]),
      ],
    },
  ],
};

const people = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([mood, count]) => Array.from({ length: count }, () => ({ mood })));

const snapshot = (
  answers: readonly Record<string, string | string[]>[],
  only?: readonly string[],
): Snapshot => ({
  answered: answers.length,
  counted: countAnswers(questionnaire, answers).filter((one) => !only || only.includes(one.question)),
  crossed: [],
});

const moods = ({ release }: ReturnType<typeof protectRelease>) =>
  release.questions.find((one) => one.question === "mood")?.counts.map(({ count }) => count);

test("a small bar is hidden, and another one so that the total does not give it back", () => {
  const first = protectRelease(
    snapshot(people({ "sehr gut": 12, gut: 17, mittel: 5, schlecht: 3 }), ["mood"]),
    [],
    settings,
  );
  expect(moods(first)).toEqual([12, 17, null, null]);
  expect(first.inferences.map(({ least, most }) => [least, most])).toEqual([
    [0, 8],
    [0, 8],
  ]);
  expect([first.leaks, first.release.withheld]).toEqual([0, []]);
});

test("a later release hides what would open an earlier one", () => {
  const start = snapshot(people({ "sehr gut": 12, gut: 17, mittel: 5, schlecht: 3 }), ["mood"]);
  const earlier = { snapshot: start, release: protectRelease(start, [], settings).release };
  // Alone all four could be shown: none is small. Beside the first one 5 and 5 would say that 3 of 8 were "schlecht".
  const next = snapshot(people({ "sehr gut": 14, gut: 19, mittel: 5, schlecht: 5 }), ["mood"]);
  expect(moods(protectRelease(next, [], settings))).toEqual([14, 19, 5, 5]);
  const later = protectRelease(next, [earlier], settings);
  expect(later.leaks).toBe(0);
  const old = later.inferences.filter(({ earlier: before }) => before);
  expect(old).toHaveLength(2);
  for (const { least, most } of old) expect(least >= 1 && (most ?? 99) < 5).toBe(false);
});

test("of several answers each is counted by itself, and so are those who did not tick it", () => {
  const answers = Array.from({ length: 40 }, (_, person) => ({
    does: ["Sport", ...(person < 2 ? ["Musik"] : []), ...(person < 20 ? ["Natur"] : [])],
  }));
  const almost = answers.map((one, person) => (person < 3 ? { does: ["Natur"] } : one));
  const { release } = protectRelease(snapshot(almost, ["does"]), [], settings);
  const [sport, music, nature] = release.questions[0]?.counts ?? [];
  // 37 of 40 ticked "Sport": that three did not is as small as two who ticked "Musik".
  expect([sport?.count, music?.count, nature?.count]).toEqual([null, 0, 20]);
  expect(release.questions[0]?.base).toBe(40);
});

test("a question that fewer than k have answered is withheld, and says so", () => {
  const { release } = protectRelease(
    snapshot([{ mood: "gut" }, { mood: "gut" }, { where: "Dorf" }]),
    [],
    settings,
  );
  expect(release.questions).toEqual([]);
  expect(release.withheld.map(({ question: name, why }) => `${name} ${why}`)).toEqual([
    "mood few",
    "does few",
    "where few",
  ]);
});

test("a crossed table agrees with the counts of its questions and hides with them", () => {
  const answers = Array.from({ length: 60 }, (_, person) => ({
    mood: ["sehr gut", "gut", "mittel", "schlecht"][person % 4] ?? "gut",
    where: person < 6 ? "Dorf" : "Stadt",
  }));
  const counted = countAnswers(questionnaire, answers).filter((one) => one.question !== "does");
  const [mood, where] = counted;
  if (!mood || !where) throw new Error("nothing counted");
  const crossed = [crossAnswers(mood, where, answers, questionnaire)];
  const { release, leaks } = protectRelease({ answered: 60, counted, crossed }, [], settings);
  expect(leaks).toBe(0);
  const [table] = release.crossings;
  const dorf = table?.cells.map((line) => line[table.columns.indexOf("Dorf")]);
  // Two, two, one and one of the village: all four are hidden, whatever else is.
  expect(dorf?.slice(0, 4)).toEqual([null, null, null, null]);
});
