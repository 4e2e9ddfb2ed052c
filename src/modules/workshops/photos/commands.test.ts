import sharp from "sharp";
import { expect, test } from "vitest";
import { picturePath } from "#core/files.ts";
import { formOf, made } from "#test/made.ts";
import { wallOf } from "#test/wall.ts";
import { town } from "#test/world.ts";
import { addPhoto, PhotoInput, removePhoto } from "./commands.ts";
import { listPhotos } from "./queries.ts";

const square = async (): Promise<File> => {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a5c63" } });
  return new File([new Uint8Array(await picture.png().toBuffer())], "wand.png", { type: "image/png" });
};

test("evidence is opened by the office only, a picture for the report by everybody, until it is taken out", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop } = await wallOf(office);
    const evidence = formOf(office, PhotoInput, { alt: "Eine Pinnwand", use: "evidence" });
    made(await addPhoto(office, workshop, evidence, await square()));
    const agreed = { alt: "Acht Menschen", use: "report", consentWords: "Alle auf der Liste angekreuzt." };
    const shown = made(await addPhoto(office, workshop, formOf(office, PhotoInput, agreed), await square()));
    const photos = await listPhotos(office, workshop);
    const status = async (use: string, as: "visitor" | "volunteer" | "coordinator") => {
      const photo = photos.find((one) => one.use === use);
      return (await world.request("GET", picturePath(photo?.fileId ?? ("" as never)), { as })).status;
    };
    expect([await status("evidence", "visitor"), await status("evidence", "volunteer")]).toEqual([404, 404]);
    expect(await status("evidence", "coordinator")).toBe(200);
    expect(await status("report", "visitor")).toBe(200);
    await removePhoto(office, workshop, shown);
    expect(await status("report", "visitor")).toBe(404);
    expect(await listPhotos(world.as("visitor"), workshop)).toEqual([]);
  }));

test("a picture for the report without words of consent comes back", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    expect(() => formOf(office, PhotoInput, { alt: "Acht Menschen", use: "report" })).toThrow("consentWords");
  }));
