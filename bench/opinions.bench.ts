// What does an opinion map cost? The components of 1,000 people × 300 statements, half of it filled, by sums that follow
// every vote – against the plain way: impute the means and multiply the whole matrix; and the map after one more vote
// against computing it anew.
import { strict as assert } from "node:assert";
import { addOpinion, componentsOf, sumOpinions } from "#methods/opinion-components.ts";
import { groupsOf, mapOf, moveGroups } from "#methods/opinion-groups.ts";
import { type OpinionVote, opinionMatrix, unsaid } from "#methods/opinion-matrix.ts";
import { quantile, report, smoke } from "./stage.ts";

const people = smoke ? 120 : 1_000;
const many = smoke ? 40 : 300;
const times = smoke ? 1 : 7;

/** Numbers that look like chance and are the same in every run. */
let state = 20_261_123;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

/** Three camps that agree on a third of the statements and differ on the rest. */
const leaning = (camp: number, statement: number): number =>
  statement % 3 === 0 ? 0.85 : (statement + camp) % 3 === 1 ? 0.9 : 0.15;
const votes: OpinionVote[] = [];
for (let person = 0; person < people; person += 1)
  for (let statement = 0; statement < many; statement += 1) {
    if (random() < 0.5) continue;
    const agrees = random() < leaning(person % 3, statement);
    votes.push({ participant: `${person}`, statement: `${statement}`, vote: agrees ? 1 : -1 });
  }
const matrix = opinionMatrix(votes);

/** The plain way: means for what is missing, the whole covariance, the largest direction by repeated multiplication. */
const plainDirection = (): readonly number[] => {
  const rows = Array.from({ length: people }, (_, row) =>
    Array.from(matrix.cells.subarray(row * many, (row + 1) * many)),
  );
  const means = Array.from({ length: many }, (_, column) => {
    const said = rows.flatMap((row) => (row[column] === unsaid ? [] : [row[column] ?? 0]));
    return said.reduce((sum, vote) => sum + vote, 0) / said.length;
  });
  const centered = rows.map((row) =>
    row.map((vote, column) => (vote === unsaid ? 0 : vote - (means[column] ?? 0))),
  );
  const covariance = means.map((_, one) =>
    means.map((__, other) => centered.reduce((sum, row) => sum + (row[one] ?? 0) * (row[other] ?? 0), 0)),
  );
  let direction = means.map(() => random() - 0.5);
  for (let round = 0; round < 500; round += 1) {
    const next = covariance.map((row) =>
      row.reduce((sum, value, other) => sum + value * (direction[other] ?? 0), 0),
    );
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  return direction;
};

const cpu = <T>(work: () => T): { readonly value: T; readonly milliseconds: number } => {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1_000 };
};
const middle = (work: () => unknown): number =>
  quantile(Array.from({ length: times + 1 }, () => cpu(work).milliseconds).slice(1), 0.5);

const meta = new Uint8Array(many);
const plain = cpu(plainDirection);
const direction = componentsOf(sumOpinions(matrix), matrix.out);
const components = middle(() => componentsOf(sumOpinions(matrix), matrix.out));
const along = (axis: Float64Array): number =>
  plain.value.reduce((sum, value, column) => sum + value * (axis[column] ?? 0), 0);
assert.ok(Math.hypot(along(direction.first), along(direction.second)) > 0.99, "the same plane");
report(
  `Components in the plain way, ${people} people × ${many} statements`,
  "our sums and directions",
  plain.milliseconds / components,
  `${plain.milliseconds.toFixed(0)} and ${components.toFixed(0)} ms of CPU`,
);

const whole = middle(() => mapOf(matrix, groupsOf(matrix), meta));
const sums = sumOpinions(matrix);
const groups = groupsOf(matrix, { sums });
let at = 0;
const moved = middle(() => {
  at += 1;
  addOpinion(sums, matrix, { row: at % people, column: (at * 7) % many, vote: 1 });
  return mapOf(matrix, moveGroups(matrix, { sums, groups }), meta);
});
assert.ok(smoke || whole < 1_000, "the whole map in less than a second of CPU");
report(
  "The whole map anew, with groups and what they stand for",
  "the map after one more vote",
  whole / moved,
  `${whole.toFixed(0)} and ${moved.toFixed(0)} ms of CPU; ${groups.count} groups`,
);
