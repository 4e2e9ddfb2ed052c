import fc from "fast-check";
import { expect, test } from "vitest";
import { type NetworkFile, readNetwork } from "./network-file.ts";
import {
  writeActors,
  writeGexf,
  writeGraphml,
  writeKumu,
  writeLinkedData,
  writeTies,
} from "./network-writing.ts";

const text = (written: string): Uint8Array => new TextEncoder().encode(written);

const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß&<>"' ]{1,20}$/u).filter((one) => one.trim() === one);
const dates = fc
  .integer({ min: 2015, max: 2026 })
  .chain((year) => fc.constant({ startsOn: `${year}-03-01`, endsOn: `${year + 1}-05-31` }));

const networks = fc.integer({ min: 2, max: 12 }).chain((size) =>
  fc.record({
    actors: fc.tuple(
      ...Array.from({ length: size }, (_, at) =>
        fc.record({
          id: fc.constant(`o${at}`),
          label: word,
          sector: fc.constantFrom("civil", "public", "business"),
        }),
      ),
    ),
    ties: fc.array(
      fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom("project", "structure"), word, dates)
        .map(([from, to, kind, topic, span]) => ({ from: `o${from}`, to: `o${to}`, kind, topic, ...span })),
      { maxLength: 20 },
    ),
  }),
);

test.each([
  ["graphml", writeGraphml],
  ["gexf", writeGexf],
  ["json", writeKumu],
] as const)("what is written as .%s is read back the same, with every beginning and end", (ending, write) => {
  fc.assert(
    fc.property(networks, (network: NetworkFile) => {
      expect(readNetwork(`netz.${ending}`, text(write(network)))).toEqual({ ok: true, file: network });
    }),
    { numRuns: 60 },
  );
});

const small: NetworkFile = {
  actors: [
    { id: "stadt", label: "Stadtverwaltung", sector: "public" },
    { id: "chor", label: "=Chor", sector: "civil" },
  ],
  ties: [{ from: "stadt", to: "chor", kind: "project", topic: "Singen im Park", startsOn: "2024-05-01" }],
};

test("the table of ties reads back as well, and no cell acts as a formula", () => {
  expect(readNetwork("netz.csv", text(writeTies(small)))).toMatchObject({
    ok: true,
    file: {
      actors: [
        { id: "stadt", label: "Stadtverwaltung", sector: "public" },
        { id: "chor", sector: "civil" },
      ],
      ties: [{ from: "stadt", to: "chor", kind: "project", startsOn: "2024-05-01" }],
    },
  });
  expect(writeActors(small)).toContain("'=Chor");
});

test("linked data names both sides by their addresses", () => {
  const { "@graph": graph } = JSON.parse(writeLinkedData(small, (id) => `https://x.example/${id}`));
  expect(graph.at(-1)).toMatchObject({
    "@type": "InteractAction",
    startTime: "2024-05-01",
    agent: { "@id": "https://x.example/stadt" },
    participant: { "@id": "https://x.example/chor" },
  });
});
