import sharp from "sharp";
import { expect, test } from "vitest";
import { listCards } from "#modules/workshops/cards/queries.ts";
import { addWorkshop } from "#modules/workshops/commands.ts";
import { useTemplate } from "#modules/workshops/planning/commands.ts";
import { listPhases } from "#modules/workshops/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { readLines, takePaper } from "./commands.ts";

const prepare = async (world: World) => {
  const office = world.as("coordinator");
  const times = { startsAt: office.now, endsAt: new Date(+office.now + 3_600_000) };
  const { id } = made(await addWorkshop(office, { title: "Werkstatt", ...times }));
  made(await useTemplate(office, id));
  const [phase] = await listPhases(office, id);
  if (!phase) throw new Error("the day has no parts");
  return { office, id, phase };
};

test("pasted lines lose their bullets and blanks, and what is odd about them is counted", () => {
  const { cards, tooLong, doubled } = readLines(
    `- Mehr Räume\r\n\n  2. Mehr Geld\n• mehr räume\n3 Busse am Abend\n${"x".repeat(501)}`,
  );
  expect(cards).toEqual(["Mehr Räume", "Mehr Geld", "mehr räume", "3 Busse am Abend", "x".repeat(500)]);
  expect({ tooLong, doubled }).toEqual({ tooLong: 1, doubled: 1 });
});

test("a pinboard is kept with its photo as evidence; sent again nothing is kept twice", () =>
  town(async (world) => {
    const { office, id, phase } = await prepare(world);
    const square = sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a5c63" } });
    const photo = new File([new Uint8Array(await square.png().toBuffer())], "wand.png", {
      type: "image/png",
    });
    const paper = { phase, table: null, cards: ["Eins", "Zwei"], key: "formular-1" };
    expect(made(await takePaper(office, id, { ...paper, photo }))).toEqual({ taken: 2, again: 0 });
    expect(made(await takePaper(office, id, { ...paper, photo: undefined }))).toEqual({ taken: 0, again: 2 });
    expect((await listCards(office, phase.id)).map(({ text }) => text)).toEqual(["Eins", "Zwei"]);
    const { rows } = await world.sql(
      "select p.use, (select count(*)::int from cards c where c.file_id = p.file_id) as cards from workshop_photos p",
    );
    expect(rows).toEqual([{ use: "evidence", cards: 2 }]);
  }));

test("what is no picture is refused, and its cards wait with it", () =>
  town(async (world) => {
    const { office, id, phase } = await prepare(world);
    const photo = new File(["kein Bild"], "wand.png", { type: "image/png" });
    const paper = { phase, table: null, cards: ["Eins"], key: "formular-2" };
    expect(await takePaper(office, id, { ...paper, photo })).toEqual({ ok: false, because: "notAPicture" });
    expect(await listCards(office, phase.id)).toEqual([]);
    await expect(takePaper(world.as("volunteer"), id, { ...paper, photo: undefined })).rejects.toThrow("");
  }));
