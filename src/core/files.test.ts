import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Committed, openCommitted } from "#test/committed.ts";
import { findFile, listPictures, picturePath, storePicture } from "./files.ts";

let town: Committed;

beforeAll(async () => {
  town = await openCommitted();
});

afterAll(() => town.close());

const upload = (bytes: Uint8Array | string, name: string, type = "image/jpeg"): File =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name, { type });

const store = (file: File, text = "Ein Garten") =>
  town.at(town.first, (ctx) => storePicture(ctx, file, text));

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0a5c63" } })
    .withExif({ IFD0: { Copyright: "Frieda Freiwillig" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();

test("a photo is drawn anew: smaller, as WebP, and without what the camera wrote", async () => {
  const stored = await store(upload(await photo(3000, 1000), "../../IMG 0815.JPG"));
  if (!stored.ok) throw new Error(stored.because);
  const file = await town.at(town.first, (ctx) => findFile(ctx, stored.value));
  expect(file).toMatchObject({ mediaType: "image/webp", name: "IMG 0815.webp", width: 1600, height: 533 });
  const metadata = await sharp(file?.bytes).metadata();
  expect(metadata.format).toBe("webp");
  expect(metadata.exif).toBeUndefined();
  expect(picturePath(stored.value)).toBe(`/dateien/${stored.value}`);
  const facts = await town.at(town.first, (ctx) => listPictures(ctx, [stored.value]));
  expect(facts.get(stored.value)).toMatchObject({ width: 1600, height: 533, alternativeText: "Ein Garten" });
});

test("the other town does not have it", async () => {
  const stored = await store(upload(await photo(10, 10), "a.jpg"));
  if (!stored.ok) throw new Error(stored.because);
  expect(await town.at(town.second, (ctx) => findFile(ctx, stored.value))).toBeUndefined();
});

test("a drawing becomes a picture that cannot do anything", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="40"><script>alert(1)</script>
    <image href="file:///etc/hostname" width="5" height="5"/><path d="M0 0h20v40z"/></svg>`;
  const stored = await store(upload(drawing, "wappen.svg", "image/svg+xml"));
  if (!stored.ok) throw new Error(stored.because);
  const file = await town.at(town.first, (ctx) => findFile(ctx, stored.value));
  expect(file).toMatchObject({ mediaType: "image/webp", height: 1024 });
  expect(file?.bytes.includes("script")).toBe(false);
});

test("what is no picture, too large, or without words for those who do not see it is refused", async () => {
  const picture = await photo(10, 10);
  expect(await store(upload("<html><script>alert(1)</script>", "a.jpg"))).toEqual({
    ok: false,
    because: "notAPicture",
  });
  expect(await store(upload("", "a.jpg"))).toEqual({ ok: false, because: "notAPicture" });
  expect(await store(upload(picture.subarray(0, 200), "a.jpg"))).toEqual({
    ok: false,
    because: "notAPicture",
  });
  expect(await store(upload(Buffer.alloc(10 * 1024 * 1024 + 1), "a.jpg"))).toEqual({
    ok: false,
    because: "tooBig",
  });
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  expect(await store(upload(bomb, "a.png"))).toEqual({ ok: false, because: "tooBig" });
  expect(await store(upload(picture, "a.jpg"), "  ")).toEqual({ ok: false, because: "noAlternativeText" });
});
