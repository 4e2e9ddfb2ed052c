import { expect, test } from "vitest";
import { agreementOf } from "./opinion-clusters.ts";
import { addOpinion, sumOpinions } from "./opinion-components.ts";
import { evenFrom } from "./opinion-directions.ts";
import { readOpinions, writeOpinions } from "./opinion-file.ts";
import { groupsOf, moveGroups } from "./opinion-groups.ts";
import { type OpinionVote, opinionMatrix, unsaid } from "./opinion-matrix.ts";
import { drawNext } from "./opinion-priority.ts";

const voteOf = (agrees: number, even: number): -1 | 0 | 1 =>
  even < 0.1 ? 0 : (even - 0.1) / 0.9 < agrees ? 1 : -1;

/** People of two minds, or all of one; each says something of two thirds of the statements. */
const town = (people: number, statements: number, minds: number): OpinionVote[] => {
  const random = evenFrom(5);
  return Array.from({ length: people }, (_, person) =>
    Array.from({ length: statements }, (_unused, statement): OpinionVote[] => {
      const agrees = minds === 1 ? 0.5 : (statement + person) % minds === 0 ? 0.9 : 0.15;
      return random() < 2 / 3
        ? [{ participant: String(person), statement: String(statement), vote: voteOf(agrees, random()) }]
        : [];
    }).flat(),
  ).flat();
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("two minds are found, whatever order the votes came in", () => {
  const votes = town(120, 30, 2);
  const map = groupsOf(opinionMatrix(votes));
  expect(map.count).toBe(2);
  expect(map.isStable).toBe(true);
  expect(
    agreementOf(
      map.labels,
      Int32Array.from(map.rows, (row) => row % 2),
    ),
  ).toBe(1);
  const backwards = groupsOf(opinionMatrix([...votes].reverse()));
  expect([...backwards.labels]).toEqual([...map.labels]);
  expect([...backwards.positions]).toEqual([...map.positions]);
});

test("where all are of one mind no groups are told, and neither where fewer than fifty took part", () => {
  expect(groupsOf(opinionMatrix(town(200, 30, 1))).isStable).toBe(false);
  expect(groupsOf(opinionMatrix(town(49, 30, 2))).isStable).toBe(false);
  expect(groupsOf(opinionMatrix([])).count).toBe(0);
});

test("a vote that arrives changes the sums as if all had been counted again", () => {
  const matrix = opinionMatrix(town(80, 20, 2));
  const sums = sumOpinions(matrix);
  const groups = groupsOf(matrix, { sums });
  const random = evenFrom(9);
  for (let times = 0; times < 200; times++)
    addOpinion(sums, matrix, {
      row: Math.floor(random() * 80),
      column: Math.floor(random() * 20),
      vote: voteOf(0.5, random()),
    });
  expect(sums).toEqual(sumOpinions(matrix));
  const moved = moveGroups(matrix, { sums, groups });
  const anew = groupsOf(matrix);
  expect(agreementOf(moved.labels, anew.labels)).toBeGreaterThan(0.95);
  for (const [at, part] of anew.components.first.entries())
    expect(moved.components.first[at]).toBeCloseTo(part, 6);
});

test("the last vote of a person about a statement counts", () => {
  const reading = readOpinions(
    bytes("participant_id,statement_id,vote,modified_ms\r\n7,1,1,200\r\n7,1,-1,100\r\n007,1,0,50\r\n"),
  );
  if (!reading.ok) throw new Error("not read");
  const matrix = opinionMatrix(reading.votes);
  expect(matrix.participants).toEqual(["007", "7"]);
  expect([...matrix.cells]).toEqual([0, 1]);
});

test("what is written is read again", () => {
  const votes = town(10, 8, 2);
  const reading = readOpinions(bytes(writeOpinions(votes)));
  expect(reading.ok && reading.votes).toEqual(votes);
});

test.each([
  ["", 1, "empty"],
  ["participant_id,statement_id,vote\n", 1, "empty"],
  ["a,b,c\n1,2,3\n", 1, "columns"],
  ["participant_id,statement_id,vote\n1,2,1\n1,2,2\n", 3, "vote"],
  ["participant_id,statement_id,vote\n1,,1\n", 2, "statement"],
  ["participant_id,statement_id,vote\n,1,1\n", 2, "participant"],
  ["participant_id,statement_id,vote\n1,1\n", 2, "uneven"],
  ["participant_id,statement_id,vote,modified_ms\n1,1,1,gestern\n", 2, "time"],
  ["participant,group-id,n-votes,0\n1,0,1,5\n", 2, "vote"],
])("%j is refused in line %d: %s", (text, line, kind) => {
  expect(readOpinions(bytes(text))).toMatchObject({ ok: false, problem: { line, kind } });
});

test("the next statement is drawn by its priority", () => {
  const waiting = [
    { id: "a", priority: 1 },
    { id: "b", priority: 3 },
  ];
  expect(drawNext(waiting, 0.2)?.id).toBe("a");
  expect(drawNext(waiting, 0.3)?.id).toBe("b");
  expect(drawNext([], 0.3)).toBeUndefined();
  expect(unsaid).toBe(2);
});
