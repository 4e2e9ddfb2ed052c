import { expect, test } from "vitest";
import { likelyClusters } from "./card-likeness.ts";

const cards = [
  { id: "1", text: "Der Raum im Vereinshaus ist abends zu" },
  { id: "2", text: "Zu wenig Räume am Abend" },
  { id: "3", text: "Kein Bus nach 18 Uhr" },
  { id: "4", text: "Der letzte Bus fährt zu früh" },
  { id: "5", text: "Mehr Blumen auf dem Markt" },
];

test("cards about the same are put together, and the word they share is told", () => {
  const groups = likelyClusters(cards);
  expect(groups.map(({ ids }) => ids)).toEqual([
    ["1", "2"],
    ["3", "4"],
  ]);
  expect(groups[1]?.words).toEqual(["Bus"]);
});

test("filling words put nothing together", () => {
  const filling = [
    { id: "1", text: "Wir sollten mehr davon haben" },
    { id: "2", text: "Sollten wir nicht mehr grillen" },
  ];
  expect(likelyClusters(filling)).toEqual([]);
});

test("four hundred cards are read in well under a second", () => {
  const many = Array.from({ length: 400 }, (_, index) => ({
    id: String(index),
    text: `Vorschlag ${index} zum Thema ${["Räume", "Busse", "Jugend", "Feste"][index % 4]} nummer${index}wort`,
  }));
  const begin = performance.now();
  expect(likelyClusters(many).length).toBeGreaterThan(0);
  expect(performance.now() - begin).toBeLessThan(1_500);
});
